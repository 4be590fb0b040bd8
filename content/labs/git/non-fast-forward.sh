# needs: git >= 2.35

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
	git push -q origin main
	cd ..
	git clone -q server.git colleague
	cd colleague
	echo theirs >other.txt
	git add other.txt
	git commit -qm 'Add theirs'
	git push -q origin main
	cd ../shop
	echo mine >mine.txt
	git add mine.txt
	git commit -qm 'Add mine'
}

provoke() {
	cd shop
	git push origin HEAD:main
}

fix:rebase() {
	cd shop
	git pull --rebase origin main
}

fix:merge() {
	cd shop
	git pull --no-rebase --no-edit origin main
}
