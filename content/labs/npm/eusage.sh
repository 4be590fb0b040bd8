# needs: node >= 20, npm >= 10, git

setup() {
	while read -r name version rest; do
		mkdir -p "packages/$name-$version"
		echo "{ \"name\": \"$name\", \"version\": \"$version\" $rest }" > "packages/$name-$version/package.json"
	done <<-'EOF'
		ms 1.0.0
		ms 2.0.0
		debug 4.3.0 , "dependencies": { "ms": "^2.0.0" }
		view 18.3.1
		calendar 4.0.0 , "peerDependencies": { "view": "^18.0.0" }
	EOF
	serve_packages packages
	echo '{ "name": "app", "version": "1.0.0", "dependencies": { "ms": "^1.0.0" } }' > package.json
	npm install
}

provoke() {
	npm ci 2>&1 | sed '/^npm error Usage:/,$d'
}

setup:update-the-lock-file() {
	npm pkg set 'dependencies.ms=^2.0.0' 'dependencies.debug=^4.3.0'
}

fix:update-the-lock-file() {
	npm install --package-lock-only
}

setup:bring-the-lock-file() {
	rm package-lock.json
}

fix:bring-the-lock-file() {
	npm install
}

setup:resolve-the-conflict() {
	git init -q
	git config user.name Sam
	git config user.email sam@example.com
	echo node_modules > .gitignore
	git add package.json package-lock.json
	git commit -qm 'Start'
	git switch -qc calendar
	npm install calendar
	git commit -qam 'Add calendar'
	git switch -q -
	npm install debug
	git commit -qam 'Add debug'
	git merge calendar || true
}

check:the-lock-file-contains-a-merge-conflict() {
	grep -n -E '^(<<<<<<<|>>>>>>>)' package.json package-lock.json
}

fix:resolve-the-conflict() {
	cat > package.json <<-'EOF'
		{
		  "name": "app",
		  "version": "1.0.0",
		  "dependencies": {
		    "ms": "^1.0.0",
		    "calendar": "^4.0.0",
		    "debug": "^4.3.0"
		  }
		}
	EOF
	npm install --package-lock-only
	! grep -n -E '^(<<<<<<<|>>>>>>>)' package.json package-lock.json
}

setup:use-the-same-settings() {
	npm install --legacy-peer-deps calendar
}

fix:use-the-same-settings() {
	npm config set legacy-peer-deps=true --location=project
}
