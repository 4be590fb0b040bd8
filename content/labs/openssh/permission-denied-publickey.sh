# needs: openssh-client >= 6.7, openssh-server

# A server of one's own that asks for a key.
setup() {
	mkdir -m 700 ~/.ssh ~/server
	ssh-keygen -q -t ed25519 -N '' -f ~/server/key
	sed "s/^/[127.0.0.1]:$PORT /" ~/server/key.pub >~/.ssh/known_hosts
	"$(command -v sshd)" -f /dev/null -h ~/server/key -E ~/server/log \
		-o "ListenAddress=127.0.0.1:$PORT" -o PidFile=none \
		-o PasswordAuthentication=no -o KbdInteractiveAuthentication=no
	wait_port "$PORT"
}

setup:name-key() {
	ssh-keygen -q -t ed25519 -N '' -f mykey.pem
	mv mykey.pem.pub ~/.ssh/authorized_keys
}

setup:install-key() {
	ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519
}

setup:right-user() {
	ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519
	cp ~/.ssh/id_ed25519.pub ~/.ssh/authorized_keys
}

setup:close-files() {
	ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519
	cp ~/.ssh/id_ed25519.pub ~/.ssh/authorized_keys
	chmod 666 ~/.ssh/authorized_keys
}

provoke() {
	ssh -p $PORT 127.0.0.1 echo Welcome
}

provoke:right-user() {
	ssh -p $PORT admin@127.0.0.1 echo Welcome
}

check:ssh-finds-no-key-to-offer() {
	! ssh -v -E ssh.log -p $PORT 127.0.0.1
	grep -E 'Offering|Trying|continue' ssh.log
}

check:the-server-does-not-know-your-key() {
	! ssh -v -E ssh.log -p $PORT 127.0.0.1
	grep -E 'Offering|continue' ssh.log | sed 's/SHA256:.*/SHA256:…/'
}

check:the-server-ignores-a-file-that-others-may-write-to() {
	grep -h refused ~/server/log
}

retry:right-user() {
	ssh -p $PORT sam@127.0.0.1 echo Welcome
}

retry:name-key() {
	ssh -i mykey.pem -p $PORT 127.0.0.1 echo Welcome
}

fix:install-key() {
	cat ~/.ssh/id_ed25519.pub >>~/.ssh/authorized_keys
	chmod 600 ~/.ssh/authorized_keys
}

fix:close-files() {
	chmod go-w ~ ~/.ssh ~/.ssh/authorized_keys
}
