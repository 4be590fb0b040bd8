# needs: git >= 2.33.1

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
	cd ..
	git clone -q server.git colleague
	cd colleague
	echo theirs >other.txt
	git add other.txt
	git commit -qm 'Add theirs'
	git push -q
	cd ../shop
	echo mine >mine.txt
	git add mine.txt
	git commit -qm 'Add mine'
}

setup:merge() {
	git config --global pull.ff only
}

setup:push-elsewhere() {
	cd shop
	git pull -q --rebase
	git push -q
	git commit -q --amend -m 'Add mine, in other words'
}

provoke() {
	cd shop
	git pull
}

check:you-and-others-committed-at-the-same-time() {
	cd shop
	git log --format="%h %an %s" "HEAD..@{u}"
	git log --format="%h %an %s" "@{u}..HEAD"
}

check:your-commits-belong-on-another-branch() {
	cd shop
	git branch --show-current
}

fix:rebase() {
	cd shop
	git pull --rebase 2>&1 | tail -n 1
}

fix:merge() {
	cd shop
	git pull --no-rebase --no-edit
}

fix:set-default() {
	git config --global pull.rebase true
}

fix:set-aside() {
	cd shop
	git branch my-work
	git reset --keep "@{u}"
}

retry:push-elsewhere() {
	cd shop
	git push origin HEAD:refs/heads/my-work
}
