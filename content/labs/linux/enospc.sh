# needs: namespaces, coreutils, findutils, lsof

# In the sandbox, /dev/shm is a file system of 64 MB.
setup() {
	head -c 8M /dev/zero >report.bin
}

setup:delete-files() {
	mkdir /dev/shm/old
	head -c 60M /dev/zero >/dev/shm/old/backup.tar
}

setup:move-data() {
	mkdir /dev/shm/images
	head -c 60M /dev/zero >/dev/shm/images/disk.img
}

setup:restart-holder() {
	(
		exec 3>/dev/shm/app.log
		head -c 60M /dev/zero >&3
		exec sleep 600
	) &
	until [ "$(stat -c %s /dev/shm/app.log 2>&1)" = 62914560 ]; do sleep 0.1; done
	rm /dev/shm/app.log
}

provoke() {
	cp report.bin /dev/shm/report.bin
}

check:the-file-system-is-full() {
	df -h /dev/shm | grep 100%
}

check:a-deleted-file-is-still-open() {
	lsof -F cn +aL1 /dev/shm | grep -v '^p'
}

fix:delete-files() {
	find /dev/shm -xdev -type f -size +50M -exec ls -lh {} +
	find /dev/shm -xdev -type f -size +50M -delete
}

fix:move-data() {
	mv /dev/shm/images ~/
	ln -s ~/images /dev/shm/images
}

fix:restart-holder() {
	kill "$(lsof -t +aL1 /dev/shm)"
	sleep 0.5
}
