# needs: bash, git, python3, coreutils >= 8.30

setup() {
	printf '#!/bin/bash\r\necho "Deployed"\r\n' >deploy.sh
	chmod +x deploy.sh
}

setup:correct-path() {
	printf '#!/usr/local/bin/bash5\necho "Deployed"\n' >deploy.sh
}

setup:run-by-name() {
	printf '#!/usr/local/bin/bash5\necho "Deployed"\n' >deploy.sh
}

setup:split-options() {
	printf '#!/usr/bin/env python3 -u\nprint("Deployed")\n' >deploy.sh
}

setup:set-attributes() {
	git config --global user.name Sam
	git config --global user.email sam@example.org
	git config --global core.autocrlf true
	git init -q
	printf '#!/bin/bash\necho "Deployed"\n' >deploy.sh
	git add deploy.sh 2>/dev/null
	git commit -qm 'Add the script'
	rm deploy.sh
	git checkout -q -- deploy.sh
}

provoke() {
	bash -c ./deploy.sh
}

check:the-script-has-windows-line-ends() {
	head -n 1 deploy.sh | cat -v
}

check:the-interpreter-is-not-installed-or-lies-elsewhere() {
	! ls -l /usr/local/bin/bash5
	command -v bash
}

fix:strip-returns() {
	sed -i 's/\r$//' deploy.sh
}

fix:correct-path() {
	sed -i '1s|.*|#!/usr/bin/env bash|' deploy.sh
	head -n 1 deploy.sh
}

retry:run-by-name() {
	bash deploy.sh
}

fix:split-options() {
	sed -i '1s|.*|#!/usr/bin/env -S python3 -u|' deploy.sh
	head -n 1 deploy.sh
}

fix:set-attributes() {
	echo '*.sh text eol=lf' >>.gitattributes
	rm deploy.sh
	git checkout -- deploy.sh
	git ls-files --eol deploy.sh
}
