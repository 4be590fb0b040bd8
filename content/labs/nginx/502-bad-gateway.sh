# needs: nginx, curl, python3

setup() {
	cat > nginx.conf <<-END
		daemon off;
		pid nginx.pid;
		error_log error.log;
		events {}
		http {
		    access_log off;
		    client_body_temp_path tmp;
		    proxy_temp_path tmp;
		    fastcgi_temp_path tmp;
		    uwsgi_temp_path tmp;
		    scgi_temp_path tmp;
		    server {
		        listen 127.0.0.1:$PORT;
		        location / {
		            proxy_pass http://127.0.0.1:$PORT2;
		        }
		    }
		}
	END
	cat > app.py <<-'END'
		import sys
		from http.server import BaseHTTPRequestHandler, HTTPServer

		port, cookie_size = int(sys.argv[1]), int(sys.argv[2])

		class Handler(BaseHTTPRequestHandler):
		    def do_GET(self):
		        self.send_response(200)
		        self.send_header('Set-Cookie', 'basket=' + 'x' * cookie_size)
		        self.end_headers()
		        self.wfile.write(b'Hello from the application.\n')

		HTTPServer(('127.0.0.1', port), Handler).serve_forever()
	END
	nginx -p . -e error.log -c nginx.conf &
	wait_port $PORT
}

provoke() {
	curl -sS --fail-with-body http://127.0.0.1:$PORT/
}

check:nothing-listens-at-the-address() {
	grep -o 'connect() failed.*' error.log
}

fix:mend-application() {
	python3 app.py $PORT2 16 > app.log 2>&1 &
	wait_port $PORT2
}

setup:correct-address() {
	python3 app.py $PORT3 16 > app.log 2>&1 &
	wait_port $PORT3
}

fix:correct-address() {
	nginx -p . -e error.log -c nginx.conf -T 2>&1 | grep -nE 'configuration file|_pass|upstream'
	sed -i "s/proxy_pass .*/proxy_pass http:\/\/127.0.0.1:$PORT3;/" nginx.conf
	nginx -p . -e error.log -c nginx.conf -t
	nginx -p . -e error.log -c nginx.conf -s reload
	sleep 1
}

setup:enlarge-buffers() {
	python3 app.py $PORT2 6000 > app.log 2>&1 &
	wait_port $PORT2
}

check:the-header-of-the-answer-is-too-big() {
	grep -o 'upstream sent too big header.*' error.log
}

fix:enlarge-buffers() {
	sed -i '/listen/a proxy_buffer_size 16k;\nproxy_buffers 8 16k;' nginx.conf
	nginx -p . -e error.log -c nginx.conf -t
	nginx -p . -e error.log -c nginx.conf -s reload
	sleep 1
}
