# needs: node >= 20, npm >= 10

setup() {
	while read -r name version rest; do
		mkdir -p "packages/$name-$version"
		echo "{ \"name\": \"$name\", \"version\": \"$version\" $rest }" > "packages/$name-$version/package.json"
	done <<-'EOF'
		view 18.3.1
		view 19.3.1
		view-dom 18.3.1 , "peerDependencies": { "view": "^18.3.1" }
		view-dom 19.3.1 , "peerDependencies": { "view": "^19.3.1" }
		calendar 4.0.0 , "peerDependencies": { "view": "^18.0.0" }
		calendar 5.0.0 , "peerDependencies": { "view": "^18.0.0 || ^19.0.0" }
		drag 13.1.1 , "peerDependencies": { "view": "^17.0.0 || ^18.0.0" }
		drop 2.0.0 , "peerDependencies": { "view": "^18.0.0 || ^19.0.0" }
	EOF
	serve_packages packages
	echo '{ "name": "app", "version": "1.0.0", "dependencies": { "view": "^19.0.0" } }' > package.json
}

provoke() {
	npm install
}

setup:update-together() {
	npm pkg set 'dependencies.view=^18.0.0' 'dependencies.view-dom=^18.0.0'
	npm install
}

provoke:update-together() {
	npm install view-dom@19
}

fix:update-together() {
	npm install view@19 view-dom@19
}

setup:install-a-matching-release() {
	npm pkg set 'dependencies.calendar=^4.0.0'
}

check:the-package-is-older-than-its-peer() {
	npm view calendar@latest version peerDependencies
}

fix:install-a-matching-release() {
	npm install calendar@latest
}

setup:replace-or-step-back() {
	npm pkg set 'dependencies.drag=^13.0.0'
}

fix:replace-or-step-back() {
	npm view drop version peerDependencies
	npm uninstall drag
	npm install drop
}

setup:override-the-peer() {
	npm pkg set 'dependencies.drag=^13.0.0'
}

check:no-release-of-the-package-supports-your-version() {
	npm view drag@latest version peerDependencies
}

fix:override-the-peer() {
	npm pkg set 'overrides.drag.view=$view'
	npm install
	npm ls view
	npm ci
}

setup:ignore-peers() {
	npm pkg set 'dependencies.drag=^13.0.0'
}

fix:ignore-peers() {
	npm config set legacy-peer-deps=true --location=project
	npm install
	npm ci
}
