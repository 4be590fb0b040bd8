# needs: node >= 20, npm >= 10, tsc >= 5

setup() {
	mkdir -p src/lib registry/greeting
	echo '{ "name": "app", "version": "1.0.0" }' > package.json
	echo '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "strict": true, "types": [] }, "include": ["src"] }' > tsconfig.json
	echo 'export const add = (a: number, b: number): number => a + b;' > src/lib/math.ts
}

provoke() {
	tsc --noEmit
}

setup:install-the-package() {
	echo '{ "name": "greeting", "version": "1.2.0", "main": "index.js", "types": "index.d.ts" }' > registry/greeting/package.json
	echo "exports.greeting = 'hello';" > registry/greeting/index.js
	echo 'export declare const greeting: string;' > registry/greeting/index.d.ts
	serve_packages registry
	echo "export { greeting } from 'greeting';" > src/app.ts
}

check:the-package-is-not-installed() {
	! npm ls greeting
}

fix:install-the-package() {
	npm install greeting
}

setup:build-the-package() {
	mkdir -p packages/maths/src
	echo '{ "name": "maths", "version": "1.0.0", "main": "dist/index.js", "types": "dist/index.d.ts", "scripts": { "build": "tsc" } }' > packages/maths/package.json
	echo '{ "compilerOptions": { "module": "nodenext", "declaration": true, "rootDir": "src", "outDir": "dist", "types": [] } }' > packages/maths/tsconfig.json
	cp src/lib/math.ts packages/maths/src/index.ts
	npm pkg set 'workspaces[]=packages/*'
	npm install
	echo "export { add } from 'maths';" > src/app.ts
}

check:a-package-of-the-workspace-is-not-built() {
	npm ls maths
	npm pkg get types main --workspace=maths
}

fix:build-the-package() {
	npm run build --workspace=maths
}

setup:correct-the-path() {
	echo "export { add } from './lib/Math';" > src/app.ts
}

check:the-path-or-its-letter-case-is-wrong() {
	ls src/lib
}

fix:correct-the-path() {
	sed -i "s|'./lib/Math'|'./lib/math'|" src/app.ts
}

setup:define-the-alias() {
	echo "export { add } from '@/lib/math';" > src/app.ts
}

fix:define-the-alias() {
	sed -i 's|"types": \[\]|"types": [], "paths": { "@/*": ["./src/*"] }|' tsconfig.json
}

setup:declare-the-kind-of-file() {
	echo '<svg xmlns="http://www.w3.org/2000/svg" />' > src/logo.svg
	echo "export { default } from './logo.svg';" > src/app.ts
}

fix:declare-the-kind-of-file() {
	cat > src/files.d.ts <<-'EOF'
		declare module '*.svg' {
		  const address: string;
		  export default address;
		}
	EOF
}

setup:import-an-exported-path() {
	mkdir -p node_modules/lib/dist
	echo '{ "name": "lib", "version": "2.0.0", "exports": { ".": "./dist/index.js" } }' > node_modules/lib/package.json
	echo 'export declare const inner: string;' | tee node_modules/lib/dist/index.d.ts > node_modules/lib/dist/inner.d.ts
	echo "exports.inner = 'inner';" | tee node_modules/lib/dist/index.js > node_modules/lib/dist/inner.js
	echo "export { inner } from 'lib/dist/inner';" > src/app.ts
}

check:the-package-does-not-export-this-path() {
	node -p "JSON.stringify(JSON.parse(fs.readFileSync('node_modules/lib/package.json')).exports, null, 2)"
}

fix:import-an-exported-path() {
	sed -i "s|'lib/dist/inner'|'lib'|" src/app.ts
}
