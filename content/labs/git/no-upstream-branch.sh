# needs: git >= 2.37

setup() {
	git config --global user.name Sam
	git config --global user.email sam@example.org
	git config --global init.defaultBranch main
	git init -q --bare server.git
	git clone -q server.git shop 2>/dev/null
	cd shop
	echo one >list.txt
	git add list.txt
	git commit -qm 'Start the list'
	git push -q -u origin main
	git switch -qc feature/login
}

setup:connect() {
	cd shop
	git push -q origin feature/login
}

provoke() {
	cd shop
	git push
}

provoke:connect() {
	cd shop
	git pull
}

check:the-branch-is-new-and-was-never-pushed() {
	cd shop
	git ls-remote --heads origin feature/login
}

check:the-branch-is-on-the-server-but-yours-is-not-connected-to-it() {
	cd shop
	git ls-remote --heads origin feature/login
	git branch -vv
}

check:you-are-on-another-branch-than-you-think() {
	cd shop
	git branch --show-current
}

fix:switch-branch() {
	cd shop
	git switch main
}

retry:push-once() {
	cd shop
	git push origin HEAD
}

fix:connect() {
	cd shop
	git fetch origin
	git branch --set-upstream-to=origin/feature/login
}

fix:push-and-connect() {
	cd shop
	git push -u origin HEAD
}

fix:connect-always() {
	cd shop
	git config --global push.autoSetupRemote true
}
