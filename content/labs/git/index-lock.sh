# needs: namespaces, git >= 2.35, procps

setup() {
	git config --global user.name Sam
	git config --global user.email sam@example.org
	git config --global init.defaultBranch main
	git init -q shop
	cd shop
	echo one >list.txt
	git add list.txt
	git commit -qm 'Start the list'
	echo two >>list.txt
}

setup:delete-lock() {
	cd shop
	GIT_EDITOR='sleep 60 #' git commit -a >/dev/null 2>&1 &
	until [ -e .git/index.lock ]; do sleep 0.1; done
	kill -9 $!
}

setup:stop-process() {
	cd shop
	GIT_EDITOR='sleep 60 #' git commit -a >/dev/null 2>&1 &
	until [ -e .git/index.lock ]; do sleep 0.1; done
}

setup:try-again() {
	cd shop
	GIT_EDITOR='sleep 2 #' git commit -a >/dev/null 2>&1 &
	until [ -e .git/index.lock ]; do sleep 0.1; done
}

provoke() {
	cd shop
	git add .
}

check:another-git-process-is-at-work() {
	pgrep -l git | sed 's/[0-9]*/<pid>/'
}

check:a-commit-waits-for-its-message() {
	ps -o args -p "$(pgrep -x git)"
}

check:a-git-process-was-killed-and-left-its-lock() {
	cd shop
	! pgrep -l git
	ls .git/index.lock
}

fix:try-again() {
	sleep 3
}

fix:stop-process() {
	kill "$(pgrep -x git)"
	sleep 1
}

fix:delete-lock() {
	cd shop
	rm .git/index.lock
}
