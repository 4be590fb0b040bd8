# needs: other-accounts, git >= 2.35.2

# /dev/shm belongs to root, and everybody may write in it.
setup() {
	git init -q /dev/shm
}

provoke() {
	git -C /dev/shm status
}

check:the-files-came-to-belong-to-another-account() {
	cd /dev/shm
	ls -ld . .git
	id -un
}

fix:trust-path() {
	git config --global --add safe.directory /dev/shm
}
