# needs: sqlite3 >= 3.22, python3, curl

setup() {
	mkdir data
	sqlite3 data/app.db 'CREATE TABLE notes (body text)'
}

provoke() {
	sqlite3 data/app.db "INSERT INTO notes VALUES ('hello')"
}

provoke:open-read-write() {
	sqlite3 'file:data/app.db?mode=ro' "INSERT INTO notes VALUES ('hello')"
}

fix:open-read-write() {
	test -w data && test -w data/app.db
}

retry:open-read-write() {
	sqlite3 data/app.db "INSERT INTO notes VALUES ('hello')"
}

setup:restart-program() {
	cat > app.py <<-'END'
		import os, sqlite3
		from http.server import BaseHTTPRequestHandler, HTTPServer

		connection = sqlite3.connect('data/app.db', isolation_level=None)

		class Handler(BaseHTTPRequestHandler):
		    def do_GET(self):
		        try:
		            connection.execute("INSERT INTO notes VALUES ('hello')")
		            self.send_response(200)
		            message = 'saved'
		        except sqlite3.Error as error:
		            self.send_response(500)
		            message = f'{type(error).__name__}: {error}'
		        self.end_headers()
		        self.wfile.write(message.encode() + b'\n')

		HTTPServer(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
	END
	python3 app.py > app.log 2>&1 &
	echo $! > app.pid
	wait_port $PORT
	cp data/app.db data/restored.db
	mv data/restored.db data/app.db
}

provoke:restart-program() {
	curl -sS --fail-with-body http://127.0.0.1:$PORT/
}

check:the-file-was-replaced-while-the-program-had-it-open() {
	ls -l /proc/$(cat app.pid)/fd | grep -o 'app.db (deleted)'
}

fix:restart-program() {
	kill $(cat app.pid)
	sleep 0.5
	python3 app.py > app.log 2>&1 &
	wait_port $PORT
}

setup:make-file-writable() {
	chmod 444 data/app.db
}

check:the-file-is-not-writable-for-this-account() {
	stat -c '%A %n' data data/app.db
	! test -w data/app.db
}

fix:make-file-writable() {
	chmod u+w data/app.db
}

setup:make-folder-writable() {
	chmod 555 data
}

check:the-folder-is-not-writable() {
	stat -c '%A %n' data data/app.db
	! test -w data
}

fix:make-folder-writable() {
	chmod u+w data
}

setup:move-database() {
	chmod 444 data/app.db
	chmod 555 data
}

provoke:move-database() {
	sqlite3 "$(cat app.conf 2> app.log || echo data/app.db)" "INSERT INTO notes VALUES ('hello')"
}

fix:move-database() {
	mkdir -p ~/.local/share/notes
	cp data/app.db* ~/.local/share/notes/
	chmod u+w ~/.local/share/notes/app.db*
	echo ~/.local/share/notes/app.db > app.conf
}
