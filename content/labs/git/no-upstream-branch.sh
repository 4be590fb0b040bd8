# needs: git >= 2.37
# proves: switch-branch, push-once, connect, push-and-connect, connect-always
# instead push-once: 1
# name not space, glob, dash: Git refuses such branches

setup() {
	git config --global user.name Sam
	git config --global user.email sam@example.org
	git config --global init.defaultBranch main
	git init -q --bare server.git
	git clone -q server.git shop
	cd shop
	git commit -q --allow-empty -m one
	git push -q -u origin main
	git switch -qc "feature/$NAME"
}

provoke() { git push; }
values() { branch=feature/$NAME other_branch=main; }

# As if somebody else had pushed it: this repository has not seen it yet.
setup:connect() {
	git push -q origin "feature/$NAME"
	git branch -qdr "origin/feature/$NAME"
}
