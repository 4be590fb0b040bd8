# needs: node >= 20, npm >= 10

setup() {
	mkdir -p packages/cowsay
	echo '{ "name": "cowsay", "version": "1.6.0", "bin": "cli.js" }' > packages/cowsay/package.json
	printf '#!/usr/bin/env node\nconsole.log("< hello >");\n' > packages/cowsay/cli.js
	serve_packages packages
	# As in a Node.js of the system's package manager.
	npm config set prefix /usr
}

provoke() {
	npm install -g cowsay
}

check:the-folder-for-global-packages-belongs-to-root() {
	npm root -g
}

fix:run-without-global() {
	npx --yes cowsay
}

retry:run-without-global() {
	npx cowsay
}

fix:set-the-prefix() {
	npm config set prefix ~/.local
	echo 'export PATH="$HOME/.local/bin:$PATH"' >> ~/.profile
	. ~/.profile
	npm install -g cowsay
	cowsay
}
