# needs: node >= 20, npm >= 10

setup() {
	while read -r name version rest; do
		mkdir -p "registry/$name-$version"
		echo "{ \"name\": \"$name\", \"version\": \"$version\" $rest }" > "registry/$name-$version/package.json"
	done <<-'EOF'
		ms 1.0.0
		ms 2.1.3
		debug 4.3.0 , "dependencies": { "ms": "^6.0.0" }
		debug 5.0.0 , "dependencies": { "ms": "^2.0.0" }
	EOF
	serve_packages registry
	echo '{ "name": "app", "version": "1.0.0" }' > package.json
}

provoke() {
	npm install
}

setup:ask-for-an-existing-version() {
	npm pkg set 'dependencies.ms=^3.0.0'
}

check:no-such-version-exists() {
	npm view ms versions dist-tags
}

fix:ask-for-an-existing-version() {
	npm install ms@2.1.3
}

setup:update-the-dependent() {
	npm pkg set 'dependencies.debug=^4.3.0'
}

check:another-package-asks-for-it() {
	npm pkg get dependencies devDependencies optionalDependencies
	npm view debug@4 dependencies
}

fix:update-the-dependent() {
	npm install debug@latest
}

setup:override-the-version() {
	npm pkg set 'dependencies.debug=^4.3.0'
}

fix:override-the-version() {
	npm pkg set 'overrides.ms=2.1.3'
	npm install
	npm ls ms
}

setup:match-the-workspace() {
	mkdir -p packages/web packages/ms
	echo '{ "name": "web", "version": "1.0.0", "dependencies": { "ms": "^4.0.0" } }' > packages/web/package.json
	echo '{ "name": "ms", "version": "5.0.0" }' > packages/ms/package.json
	npm pkg set 'workspaces[]=packages/*'
}

check:a-package-of-the-workspace-does-not-fit-the-range() {
	npm pkg get version --workspace=ms
}

fix:match-the-workspace() {
	npm pkg set 'dependencies.ms=^5.0.0' --workspace=web
	npm install
	npm ls ms
}
