# needs: node >= 20, npm >= 10, tsc

setup() {
	mkdir -p packages/greeting
	echo '{ "name": "greeting", "version": "1.2.0" }' > packages/greeting/package.json
	echo 'module.exports = "hello";' > packages/greeting/index.js
	serve_packages packages
	echo '{ "type": "module" }' > package.json
	echo 'export const add = (a, b) => a + b;' > utils.js
}

setup:install-package() {
	echo "import greeting from 'greeting'; console.log(greeting);" > app.js
}

setup:write-full-path() {
	echo "import { add } from './utils'; console.log(add(1, 2));" > app.js
}

setup:match-typescript() {
	echo "import { add } from './utils'; console.log(add(1, 2));" > app.ts
	echo 'export const add = (a: number, b: number): number => a + b;' > utils.ts
	rm utils.js
	tsc --module esnext --moduleResolution bundler --outDir dist app.ts
}

setup:use-subpath-imports() {
	mkdir src
	mv utils.js src
	echo "import { add } from '@/utils.js'; console.log(add(1, 2));" > app.js
}

setup:build-package() {
	mkdir -p packages/maths/src
	echo 'exports.add = (a, b) => a + b;' > packages/maths/src/index.js
	cat > packages/maths/package.json <<-'EOF'
		{
			"name": "maths",
			"version": "1.0.0",
			"main": "dist/index.js",
			"scripts": { "build": "cp -r src dist" }
		}
	EOF
	npm pkg set 'workspaces[]=packages/maths'
	npm install
	echo "import { add } from 'maths'; console.log(add(1, 2));" > app.js
}

check:the-package-is-installed-but-its-files-are-missing() {
	npm ls
}

setup:reinstall() {
	echo "import greeting from 'greeting'; console.log(greeting);" > app.js
	npm install greeting
	rm node_modules/greeting/index.js
}

provoke() {
	node app.js
}

provoke:match-typescript() {
	node dist/app.js
}

check:the-package-is-not-installed() {
	! npm ls greeting
}

fix:install-package() {
	npm install greeting
}

fix:write-full-path() {
	sed -i "s|'./utils'|'./utils.js'|" app.js
}

fix:match-typescript() {
	sed -i "s|'./utils'|'./utils.js'|" app.ts
	tsc --module nodenext --outDir dist app.ts
}

fix:use-subpath-imports() {
	npm pkg set 'imports[#src/*]=./src/*'
	sed -i "s|'@/utils.js'|'#src/utils.js'|" app.js
}

fix:build-package() {
	npm run build --workspace=maths
}

fix:reinstall() {
	npm ci
}
