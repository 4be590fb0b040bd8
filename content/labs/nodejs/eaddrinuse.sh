# needs: node >= 20, iproute2, procps, curl
# proves: use-another-port, stop-the-holder, listen-once, remove-the-socket
# instead use-another-port: 1
# skip stop-the-holder 1: a job that Ctrl+Z paused needs a terminal

# A server that runs on while its start returns, as it would in a second terminal.
setup() {
	cat >background.cjs <<-'END'
		if (!process.env.IN_BACKGROUND) {
			const { spawn } = require('node:child_process');
			const env = { ...process.env, IN_BACKGROUND: '1' };
			const options = { detached: true, stdio: 'inherit', env };
			spawn(process.execPath, [process.argv[1]], options).on('exit', process.exit);
			setTimeout(() => process.exit(), 800);
			module.exports = 'started';
		}
	END
	cat >server.js <<-'END'
		if (require('./background.cjs') === 'started') return;
		const server = require('node:http').createServer((_, response) => response.end('Hello\n'));
		server.listen(process.env.PORT ?? 3000);
	END
}

provoke() { node server.js; }

setup:use-another-port() { node server.js; }
setup:stop-the-holder() {
	node server.js
	pgrep -f server.js >holder.pid
}
values:stop-the-holder() { pid=$(cat holder.pid); }

setup:listen-once() { echo 'require("node:http").createServer().listen(3000);' >>server.js; }
edit:listen-once.1() { sed -i '/createServer().listen/d' server.js; }

setup:remove-the-socket() {
	printf 'server.listen(%s);\n' "$(node -p 'JSON.stringify(process.argv[1])' -- "$NAME.sock")" >listen.txt
	sed -i -e '/server.listen/{r listen.txt' -e 'd}' server.js
	node server.js
	pkill -KILL -f server.js
}
values:remove-the-socket() { path=$NAME.sock; }
