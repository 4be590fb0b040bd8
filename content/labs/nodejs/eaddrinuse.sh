# needs: node >= 20, lsof, iproute2

# The program ends as soon as it listens, so that a start that works comes to an end.
setup() {
	cat >server.js <<-'END'
		const { createServer } = require('node:http');
		const server = createServer();
		server.listen(process.env.PORT, () => {
			console.log('Listening on', server.address().port);
			server.close();
		});
	END
}

setup:use-another-port() {
	node -e 'require("node:http").createServer().listen(process.env.PORT)' &
	wait_port "$PORT"
}

setup:stop-the-holder() {
	node -e 'require("node:http").createServer().listen(process.env.PORT)' &
	wait_port "$PORT"
}

setup:listen-once() {
	cat >server.js <<-'END'
		const { createServer } = require('node:http');
		const server = createServer();
		server.listen(process.env.PORT, () => server.close());
		createServer().listen(process.env.PORT);
	END
}

setup:remove-the-socket() {
	cat >server.js <<-'END'
		const { createServer } = require('node:http');
		const server = createServer();
		server.listen('app.sock', () => server.close());
	END
	node -e 'require("node:http").createServer().listen("app.sock", () => process.kill(process.pid, "SIGKILL"))' || true
}

provoke() {
	node server.js
}

check:an-earlier-run-of-the-program-is-still-alive() {
	ss -ltnp "sport = :$PORT" | grep -o MainThread
}

check:the-program-calls-listen-twice() {
	ss -ltn "sport = :$PORT"
	grep -rn "\.listen(" --include='*.js' .
}

check:a-crashed-program-left-its-socket-file() {
	ss -lxp src app.sock
}

retry:use-another-port() {
	PORT=$PORT2 node server.js
}

fix:stop-the-holder() {
	kill "$(lsof -t -nP -iTCP:$PORT -sTCP:LISTEN)"
	sleep 0.5
}

fix:listen-once() {
	sed -i '/createServer().listen/d' server.js
}

fix:remove-the-socket() {
	rm app.sock
}
