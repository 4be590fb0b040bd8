# needs: curl, openssl >= 3.0

setup() {
	echo Hello > hello.txt
	cat > restart-server <<-'END'
	test ! -e server.pid || kill "$(cat server.pid)"
	test ! -e server.pid || tail --pid "$(cat server.pid)" -f /dev/null
	openssl s_server -accept "$PORT" -key server.key "$@" -WWW > server.log 2>&1 &
	echo $! > server.pid
	until openssl s_client -connect "localhost:$PORT" < /dev/null > /dev/null 2>&1; do sleep 0.1; done
	END
	openssl req -x509 -newkey ed25519 -nodes -keyout ca.key -out ca.pem -subj '/CN=Test CA' -days 2
	openssl req -newkey ed25519 -nodes -keyout server.key -out server.csr -subj '/CN=localhost' -addext subjectAltName=DNS:localhost
	openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -copy_extensions copy -days 1 -out server.pem
}

setup:use-the-name() {
	sh restart-server -cert server.pem
}

setup:name-the-authority() {
	sh restart-server -cert server.pem
}

setup:renew-the-certificate() {
	openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -copy_extensions copy -days -1 -out server.pem
	sh restart-server -cert server.pem
}

setup:send-the-chain() {
	openssl req -newkey ed25519 -nodes -keyout intermediate.key -out intermediate.csr -subj '/CN=Test Intermediate' -addext basicConstraints=critical,CA:TRUE
	openssl x509 -req -in intermediate.csr -CA ca.pem -CAkey ca.key -copy_extensions copy -days 1 -out intermediate.pem
	openssl x509 -req -in server.csr -CA intermediate.pem -CAkey intermediate.key -copy_extensions copy -days 1 -out server.pem
	sh restart-server -cert server.pem
}

provoke() {
	curl -sS --cacert ca.pem https://localhost:$PORT/hello.txt
}

provoke:use-the-name() {
	curl -sS --cacert ca.pem https://127.0.0.1:$PORT/hello.txt
}

provoke:name-the-authority() {
	curl -sS https://localhost:$PORT/hello.txt
}

check:no-public-authority-signed-the-certificate() {
	openssl s_client -connect localhost:$PORT -servername localhost </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer
}

check:the-server-does-not-send-the-whole-chain() {
	openssl s_client -connect localhost:$PORT -servername localhost -showcerts </dev/null 2>/dev/null | grep -E '^ *([0-9]+ s|i):'
}

check:the-certificate-has-expired-or-the-clock-is-wrong() {
	! openssl s_client -connect localhost:$PORT -servername localhost </dev/null 2>/dev/null | openssl x509 -noout -checkend 0
}

check:the-address-has-another-name-than-the-certificate() {
	openssl s_client -connect 127.0.0.1:$PORT </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName
}

fix:use-the-name() {
	curl -sS --cacert ca.pem https://localhost:$PORT/hello.txt
}

retry:use-the-name() {
	curl -sS --cacert ca.pem --resolve localhost:$PORT:127.0.0.1 https://localhost:$PORT/hello.txt
}

fix:name-the-authority() {
	curl -sS --cacert ca.pem https://localhost:$PORT/hello.txt
}

retry:name-the-authority() {
	export CURL_CA_BUNDLE=ca.pem
	curl -sS https://localhost:$PORT/hello.txt
}

fix:renew-the-certificate() {
	openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -copy_extensions copy -days 1 -out server.pem
	sh restart-server -cert server.pem
}

fix:send-the-chain() {
	sh restart-server -cert server.pem -cert_chain intermediate.pem
}
