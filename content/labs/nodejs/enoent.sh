# needs: node >= 20, npm >= 10

provoke() {
	node app/app.js
}

setup:anchor-the-path() {
	mkdir -p app/config
	echo '{ "port": 8080 }' > app/config/app.json
	echo "const { readFileSync } = require('node:fs');" > app/app.js
	echo "console.log(readFileSync('config/app.json', 'utf8'));" >> app/app.js
}

check:the-path-counts-from-another-folder() {
	cd app
	node app.js
}

fix:anchor-the-path() {
	cat > app/app.js <<-'EOF'
		const { readFileSync } = require('node:fs');
		const { join } = require('node:path');

		const path = join(__dirname, 'config', 'app.json');
		console.log(readFileSync(path, 'utf8'));
	EOF
}

setup:create-the-file() {
	mkdir -p app config
	echo '{ "port": 8080 }' > config/app.example.json
	echo "const { readFileSync } = require('node:fs');" > app/app.js
	echo "console.log(readFileSync('config/app.json', 'utf8'));" >> app/app.js
}

fix:create-the-file() {
	cp config/app.example.json config/app.json
}

setup:create-the-folder() {
	mkdir -p app
	echo "const { writeFileSync } = require('node:fs');" > app/app.js
	echo "writeFileSync('logs/today.log', 'started');" >> app/app.js
}

check:the-folder-for-a-new-file-does-not-exist() {
	! ls -d "$(dirname logs/today.log)"
}

fix:create-the-folder() {
	cat > app/app.js <<-'EOF'
		const { mkdirSync, writeFileSync } = require('node:fs');
		const { dirname } = require('node:path');

		const path = 'logs/today.log';
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, 'started');
	EOF
}

setup:write-the-exact-path() {
	mkdir -p app data
	echo 'hello' > data/Report.txt
	echo "const { readFileSync } = require('node:fs');" > app/app.js
	echo "console.log(readFileSync('data/report.txt', 'utf8'));" >> app/app.js
}

check:the-name-is-not-exactly-that-of-the-file() {
	ls data
}

fix:write-the-exact-path() {
	sed -i 's|data/report.txt|data/Report.txt|' app/app.js
}

setup:correct-the-call() {
	mkdir -p app
	echo "const { spawn } = require('node:child_process');" > app/app.js
	echo "spawn('echo hello', { stdio: 'inherit' });" >> app/app.js
}

fix:correct-the-call() {
	sed -i "s|'echo hello', |'echo', ['hello'], |" app/app.js
}

setup:install-the-program() {
	mkdir -p app registry/report-writer
	echo '{ "name": "report-writer", "version": "1.0.0", "bin": "cli.js" }' > registry/report-writer/package.json
	printf '#!/usr/bin/env node\nconsole.log("Report written");\n' > registry/report-writer/cli.js
	serve_packages registry
	echo '{ "name": "app", "version": "1.0.0", "scripts": { "start": "node app/app.js" } }' > package.json
	echo "const { spawn } = require('node:child_process');" > app/app.js
	echo "spawn('report-writer', { stdio: 'inherit' });" >> app/app.js
}

provoke:install-the-program() {
	npm start
}

check:the-program-to-start-is-not-installed-or-not-on-the-path() {
	! command -v report-writer
}

fix:install-the-program() {
	npm install report-writer
}
