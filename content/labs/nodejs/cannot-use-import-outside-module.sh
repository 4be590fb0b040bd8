# needs: node >= 22.7, npm >= 10, tsc

setup() {
	echo '{ "name": "app", "version": "1.0.0", "type": "commonjs" }' > package.json
	echo "import { basename } from 'node:path';" > app.js
	echo "console.log(basename('/srv/report.pdf'));" >> app.js
}

provoke() {
	node app.js
}

check:package-json-says-commonjs() {
	npm pkg get type
}

fix:set-the-type() {
	npm pkg set type=module
}

fix:rename-to-mjs() {
	mv app.js app.mjs
}

retry:rename-to-mjs() {
	node app.mjs
}

fix:use-require() {
	echo "const { basename } = require('node:path');" > app.js
	echo "console.log(basename('/srv/report.pdf'));" >> app.js
}

setup:set-the-compiler() {
	mkdir src
	echo "import { format } from './format.js';" > src/app.ts
	echo "console.log(format('report'));" >> src/app.ts
	echo 'export const format = (text: string): string => text.toUpperCase();' > src/format.ts
	echo '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "rootDir": "src", "outDir": "dist", "types": [] } }' > tsconfig.json
	tsc
}

provoke:set-the-compiler() {
	node dist/app.js
}

fix:set-the-compiler() {
	echo '{ "compilerOptions": { "module": "nodenext", "rootDir": "src", "outDir": "dist", "types": [] } }' > tsconfig.json
	tsc
}

setup:update-the-package() {
	mkdir -p registry/colour-1.0.0 registry/colour-1.0.1
	echo '{ "name": "colour", "version": "1.0.0", "type": "commonjs" }' > registry/colour-1.0.0/package.json
	echo '{ "name": "colour", "version": "1.0.1", "type": "module" }' > registry/colour-1.0.1/package.json
	echo "export const blue = '#00f';" | tee registry/colour-1.0.0/index.js > registry/colour-1.0.1/index.js
	serve_packages registry
	npm install colour@1.0.0
	echo "console.log(require('colour').blue);" > app.js
}

fix:update-the-package() {
	npm install colour@latest
}
