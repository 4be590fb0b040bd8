# needs: node >= 20

setup:use-a-high-port() {
	cat > server.js <<-'EOF'
		const { createServer } = require('node:http');
		const server = createServer((request, response) => response.end('ok'));
		server.listen(80);
		server.on('listening', () => {
		  console.log(`Port ${server.address().port}`);
		  server.close();
		});
	EOF
}

provoke:use-a-high-port() {
	node server.js
}

check:the-port-is-below-1024() {
	cat /proc/sys/net/ipv4/ip_unprivileged_port_start
}

fix:use-a-high-port() {
	sed -i 's/listen(80)/listen(Number(process.env.PORT ?? 8080))/' server.js
}

setup:make-executable() {
	printf '#!/bin/sh\necho "Report written"\n' > report.sh
	cat > app.js <<-'EOF'
		const { spawn } = require('node:child_process');
		spawn('./report.sh', { stdio: 'inherit' });
	EOF
}

provoke:make-executable() {
	node app.js
}

check:the-file-to-start-is-not-executable() {
	ls -l report.sh | grep '^-rw-'
}

fix:make-executable() {
	chmod u+x report.sh
}
