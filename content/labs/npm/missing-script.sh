# needs: node >= 20, npm >= 10

setup() {
	mkdir -p shop/packages/web shop/packages/api
	cd shop
	echo '{ "name": "shop", "version": "1.0.0", "scripts": { "serve": "echo Serving" }, "workspaces": ["packages/*"] }' > package.json
	echo '{ "name": "web", "version": "1.0.0", "scripts": { "build": "echo Building" } }' > packages/web/package.json
	echo '{ "name": "api", "version": "1.0.0" }' > packages/api/package.json
}

provoke:run-the-existing-script() {
	cd shop
	npm start
}

check:the-script-has-another-name() {
	cd shop
	npm run
}

fix:run-the-existing-script() {
	cd shop
	npm run serve
}

retry:run-the-existing-script() {
	cd shop
	npm run serve
}

setup:go-to-the-project() {
	echo '{ "name": "unrelated", "version": "1.0.0" }' > package.json
}

provoke:go-to-the-project() {
	npm run serve
}

check:you-are-in-another-folder-than-the-project() {
	npm prefix
}

fix:go-to-the-project() {
	cd shop
	npm run serve
}

retry:go-to-the-project() {
	npm --prefix shop run serve
}

provoke:run-in-the-workspace() {
	cd shop
	npm run build
}

check:the-script-belongs-to-a-workspace() {
	cd shop
	npm pkg get workspaces
	grep -rl --include=package.json --exclude-dir=node_modules '"build":' .
}

fix:run-in-the-workspace() {
	cd shop
	npm run build --workspace=web
}

retry:run-in-the-workspace() {
	cd shop
	npm run build --workspaces --if-present
}

provoke:add-the-script() {
	cd shop
	npm test
}

check:nobody-has-written-the-script() {
	cd shop
	npm pkg get scripts
}

fix:add-the-script() {
	cd shop
	npm pkg set 'scripts.test=node --test'
}
