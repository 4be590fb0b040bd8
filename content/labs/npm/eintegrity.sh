# needs: node >= 20, npm >= 10, git

setup() {
	mkdir -p packages/ms packages/debug
	echo '{ "name": "ms", "version": "2.1.3" }' > packages/ms/package.json
	echo '{ "name": "debug", "version": "4.3.0", "dependencies": { "ms": "^2.0.0" } }' > packages/debug/package.json
	serve_packages packages
	# One attempt is enough, and saves minutes.
	npm config set fetch-retries 0
	git init -q
	git config user.name Sam
	git config user.email sam@example.com
	printf 'node_modules\npackages\n' > .gitignore
	echo '{ "name": "app", "version": "1.0.0", "dependencies": { "debug": "^4.0.0" } }' > package.json
	npm install
	git add .
	git commit -qm 'Start'
	node <<-'EOF'
		const { readFileSync, writeFileSync } = require('node:fs');
		const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
		const entry = lock.packages['node_modules/ms'];
		entry.integrity = entry.integrity.replace(/-.{8}/, '-AAAAAAAA');
		writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
	EOF
}

setup:renew-the-entry() {
	git commit -qam 'Merge'
}

provoke() {
	npm ci
}

check:the-lock-file-names-a-wrong-hash() {
	npm view ms@2.1.3 dist.integrity
}

fix:restore-the-lock-file() {
	cp package-lock.json package-lock.json.bak
	git restore --source=HEAD package-lock.json
}

fix:renew-the-entry() {
	npm update ms --package-lock-only
	git diff --stat package-lock.json
}
