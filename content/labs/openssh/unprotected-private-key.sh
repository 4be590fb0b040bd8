# needs: openssh-client >= 6.0, openssh-server

# A server of one's own that accepts the key.
setup() {
	mkdir -m 700 ~/.ssh ~/server
	ssh-keygen -q -t ed25519 -N '' -f mykey.pem
	mv mykey.pem.pub ~/.ssh/authorized_keys
	chmod 644 mykey.pem
	ssh-keygen -q -t ed25519 -N '' -f ~/server/key
	sed "s/^/[127.0.0.1]:$PORT /" ~/server/key.pub >~/.ssh/known_hosts
	"$(command -v sshd)" -f /dev/null -h ~/server/key \
		-o "ListenAddress=127.0.0.1:$PORT" -o PidFile=none -o StrictModes=no \
		-o PasswordAuthentication=no -o KbdInteractiveAuthentication=no 2>/dev/null
	wait_port "$PORT"
}

setup:close-folder() {
	mv mykey.pem ~/.ssh/id_ed25519
	chmod -R 777 ~/.ssh
}

provoke() {
	ssh -i mykey.pem -p $PORT 127.0.0.1 echo Welcome
}

provoke:close-folder() {
	ssh -p $PORT 127.0.0.1 echo Welcome
}

check:the-file-was-made-with-the-usual-rights() {
	ls -l mykey.pem
}

check:a-recursive-chmod-opened-the-whole-folder() {
	stat -c '%A %n' ~/.ssh ~/.ssh/*
}

fix:close-key() {
	chmod 600 mykey.pem
}

fix:move-key() {
	mkdir -p -m 700 ~/.ssh
	cp mykey.pem ~/.ssh/mykey
	chmod 600 ~/.ssh/mykey
}

retry:move-key() {
	ssh -i ~/.ssh/mykey -p $PORT 127.0.0.1 echo Welcome
}

fix:close-folder() {
	chmod go-w ~
	chmod -R go= ~/.ssh
	find ~/.ssh -type f -exec chmod a-x {} +
	stat -c '%A %n' ~/.ssh ~/.ssh/*
}
