# needs: node >= 20, npm >= 10

setup() {
	mkdir -p registry/lib-1/dist registry/lib-2/dist registry/modern
	echo '{ "name": "lib", "version": "1.4.0", "main": "index.js" }' > registry/lib-1/package.json
	echo '{ "name": "lib", "version": "2.0.0", "exports": { ".": "./index.js", "./format": "./dist/format.js" } }' > registry/lib-2/package.json
	echo 'exports.format = (text) => text.toUpperCase();' | tee registry/lib-1/dist/format.js > registry/lib-2/dist/format.js
	echo "module.exports = require('./dist/format.js');" | tee registry/lib-1/index.js > registry/lib-2/index.js
	echo '{ "name": "modern", "version": "1.0.0", "type": "module", "exports": { "import": "./index.js" } }' > registry/modern/package.json
	echo "export default 'loaded';" > registry/modern/index.js
	serve_packages registry
	echo '{ "name": "app", "version": "1.0.0" }' > package.json
	npm install lib@2 modern
	echo "const { format } = require('lib/dist/format.js');" > app.js
	echo "console.log(format('ok'));" >> app.js
}

provoke() {
	node app.js
}

check:the-program-imports-an-internal-file-of-the-package() {
	node -p "JSON.stringify(JSON.parse(fs.readFileSync('node_modules/lib/package.json')).exports, null, 2)"
}

fix:use-an-exported-path() {
	sed -i "s|'lib/dist/format.js'|'lib/format'|" app.js
}

fix:step-back() {
	npm view lib@1 exports
	npm install lib@1
}

setup:load-it-the-other-way() {
	echo "console.log(require('modern'));" > app.js
}

check:the-package-is-for-import-only-or-for-require-only() {
	node -p "JSON.stringify(JSON.parse(fs.readFileSync('node_modules/modern/package.json')).exports, null, 2)"
}

fix:load-it-the-other-way() {
	cat > app.js <<-'EOF'
		async function main() {
		  const { default: modern } = await import('modern');
		  console.log(modern);
		}

		main();
	EOF
}

setup:read-the-file() {
	echo "console.log(require('lib/package.json').version);" > app.js
}

fix:read-the-file() {
	cat > app.js <<-'EOF'
		const { readFileSync } = require('node:fs');

		const { version } = JSON.parse(readFileSync('node_modules/lib/package.json', 'utf8'));
		console.log(version);
	EOF
}

setup:export-the-path() {
	mkdir -p packages/utils
	echo '{ "name": "utils", "version": "1.0.0", "exports": { ".": "./index.js" } }' > packages/utils/package.json
	echo 'exports.add = (a, b) => a + b;' > packages/utils/add.js
	npm pkg set 'workspaces[]=packages/*'
	npm install
	echo "console.log(require('utils/add').add(1, 2));" > app.js
}

check:the-package-is-your-own-and-the-path-is-missing-in-exports() {
	npm ls utils
}

fix:export-the-path() {
	npm pkg set 'exports[./add]=./add.js' --workspace=utils
}
