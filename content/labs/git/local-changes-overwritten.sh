# needs: git >= 2.35

setup() {
	git config --global user.name Sam
	git config --global user.email sam@example.org
	git config --global init.defaultBranch main
	git init -q shop
	cd shop
	printf '%s\n' apples bread cheese dates eggs >list.txt
	git add list.txt
	git commit -qm 'Start the list'
	git switch -qc feature
	sed -i 's/apples/pears/' list.txt
	echo theirs >notes.txt
	git add .
	git commit -qm 'Buy pears'
	git switch -q main
	sed -i 's/eggs/eggs, 12/' list.txt
}

setup:move-file() {
	cd shop
	git restore list.txt
	echo mine >notes.txt
}

setup:stop-hiding() {
	cd shop
	git update-index --skip-worktree list.txt
}

provoke() {
	cd shop
	git switch feature
}

provoke:commit() {
	cd shop
	git merge --no-edit feature
}

check:you-changed-the-files-and-have-not-committed-them() {
	cd shop
	git diff HEAD -- list.txt
}

check:a-file-that-git-does-not-track-is-in-the-way() {
	cd shop
	git status -s
}

check:git-was-told-to-overlook-changes-in-the-file() {
	cd shop
	git status -s
	git stash
	git ls-files -v | grep '^[a-zS]'
}

fix:stash() {
	cd shop
	git stash push
	git switch feature
	git stash pop
}

fix:commit() {
	cd shop
	git commit -am 'Buy 12 eggs'
}

fix:move-file() {
	cd shop
	mv notes.txt notes.txt.mine
}

fix:stop-hiding() {
	cd shop
	git update-index --no-skip-worktree list.txt
	git stash push
	git switch feature
	git stash pop
}

fix:throw-away() {
	cd shop
	git restore --staged --worktree -- list.txt
}
