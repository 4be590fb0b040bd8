# needs: bash, git, util-linux

setup() {
	printf '#!/bin/bash\necho "Deployed"\n' >deploy.sh
}

setup:tell-git() {
	git config --global user.name Sam
	git config --global user.email sam@example.org
	git config --global init.defaultBranch main
	git init -q server
	cp deploy.sh server
	cd server
	git add deploy.sh
	git commit -qm 'Add the script'
	cd ..
	git clone -q server clone
}

setup:open-way() {
	mkdir -p jobs/nightly
	mv deploy.sh jobs/nightly
	chmod +x jobs/nightly/deploy.sh
	chmod a-x jobs
}

provoke() {
	bash -c ./deploy.sh
}

provoke:tell-git() {
	bash -c clone/deploy.sh
}

provoke:open-way() {
	bash -c jobs/nightly/deploy.sh
}

check:the-file-has-no-right-to-be-executed() {
	ls -l deploy.sh
}

check:git-does-not-know-that-the-script-is-executable() {
	git -C clone ls-files -s deploy.sh
}

check:you-may-not-enter-a-folder-on-the-way-or-not-read-the-script() {
	! namei -l jobs/nightly/deploy.sh
}

retry:run-with-bash() {
	bash deploy.sh
}

fix:make-executable() {
	chmod +x deploy.sh
}

fix:tell-git() {
	cd server
	git update-index --chmod=+x deploy.sh
	git commit -m 'Make deploy.sh executable'
	git -C ../clone pull
}

fix:open-way() {
	chmod u+x jobs
}
