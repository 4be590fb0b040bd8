# needs: node >= 20.19, npm >= 10, tsc

# These versions can require() an ES module that does not wait. NODE_OPTIONS switches that off, as older ones are.

setup() {
	mkdir -p packages/paint-4 packages/paint-5
	echo '{ "name": "paint", "version": "4.1.0" }' > packages/paint-4/package.json
	echo 'exports.blue = (text) => `blue ${text}`;' > packages/paint-4/index.js
	echo '{ "name": "paint", "version": "5.0.0", "type": "module", "exports": "./index.js" }' > packages/paint-5/package.json
	echo 'export default { blue: (text) => `blue ${text}` };' > packages/paint-5/index.js
	serve_packages packages
	echo '{ "name": "app", "version": "1.0.0" }' > package.json
	npm install paint@5
}

provoke() {
	NODE_OPTIONS=--no-experimental-require-module node app.js
}

setup:rename-to-cjs() {
	npm pkg set type=module
	echo 'module.exports = { plugins: [] };' > tool.config.js
	cat > tool.cjs <<-'EOF'
		const { existsSync } = require('node:fs');
		const config = ['./tool.config.js', './tool.config.cjs'].find(existsSync);
		console.log(require(config));
	EOF
}

provoke:rename-to-cjs() {
	NODE_OPTIONS=--no-experimental-require-module node tool.cjs
}

fix:rename-to-cjs() {
	mv tool.config.js tool.config.cjs
}

setup:use-dynamic-import() {
	echo 'await Promise.resolve();' >> node_modules/paint/index.js
	echo "const { default: paint } = require('paint');" > app.js
	echo "console.log(paint.blue('ok'));" >> app.js
}

provoke:use-dynamic-import() {
	node app.js
}

check:the-module-uses-await-at-the-top-level() {
	! node --experimental-print-required-tla app.js
}

fix:use-dynamic-import() {
	cat > app.js <<-'EOF'
		async function main() {
		  const { default: paint } = await import('paint');
		  console.log(paint.blue('ok'));
		}

		main();
	EOF
}

setup:keep-import() {
	echo "import paint from 'paint'; console.log(paint.blue('ok'));" > app.ts
	echo 'declare const paint: { blue(text: string): string }; export default paint;' > node_modules/paint/index.d.ts
	tsc --module commonjs --esModuleInterop --outDir dist app.ts || true
}

provoke:keep-import() {
	NODE_OPTIONS=--no-experimental-require-module node dist/app.js
}

fix:keep-import() {
	cat > app.ts <<-'EOF'
		async function main() {
		  const { default: paint } = await import('paint');
		  console.log(paint.blue('ok'));
		}

		main();
	EOF
	tsc --module nodenext --outDir dist app.ts
}

setup:install-commonjs-release() {
	echo "const paint = require('paint'); console.log(paint.blue('ok'));" > app.js
}

fix:install-commonjs-release() {
	npm view paint@4 type
	npm install paint@4
}
