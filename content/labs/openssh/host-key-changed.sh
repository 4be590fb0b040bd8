# needs: openssh-client >= 8.0, openssh-server

# A server of one's own, whose host key is made anew after the first login.
setup() {
	mkdir -m 700 ~/.ssh ~/server
	ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519
	cp ~/.ssh/id_ed25519.pub ~/.ssh/authorized_keys
	ssh-keygen -q -t ed25519 -N '' -f ~/server/old_key
	ssh-keygen -q -t ed25519 -N '' -f ~/server/ssh_host_ed25519_key
	sed "s/^/[127.0.0.1]:$PORT /" ~/server/old_key.pub >~/.ssh/known_hosts
	"$(command -v sshd)" -f /dev/null -h ~/server/ssh_host_ed25519_key \
		-o "ListenAddress=127.0.0.1:$PORT" -o PidFile=none 2>/dev/null
	wait_port "$PORT"
}

setup:add-key() {
	rm ~/.ssh/known_hosts
}

provoke() {
	ssh -p $PORT 127.0.0.1 echo Welcome 2>&1 | sed 's/SHA256:.*/SHA256:…/'
}

check:the-server-was-reinstalled-or-its-host-keys-were-made-anew() {
	ssh-keygen -lf ~/server/ssh_host_ed25519_key.pub | sed 's/SHA256:[^ ]*/SHA256:…/'
}

fix:replace-key() {
	ssh-keygen -R "[127.0.0.1]:$PORT"
	ssh -o StrictHostKeyChecking=accept-new -p $PORT 127.0.0.1 true
}

fix:name-each-machine() {
	cat >>~/.ssh/config <<-END
		Host build-box
		    HostName 127.0.0.1
		    Port $PORT
		    HostKeyAlias build-box
		    StrictHostKeyChecking accept-new
	END
}

retry:name-each-machine() {
	ssh build-box echo Welcome
}

fix:add-key() {
	ssh-keyscan -t ed25519 -p $PORT 127.0.0.1 2>/dev/null >hostkey
	ssh-keygen -lf hostkey | sed 's/SHA256:[^ ]*/SHA256:…/'
	cat hostkey >>~/.ssh/known_hosts
}
