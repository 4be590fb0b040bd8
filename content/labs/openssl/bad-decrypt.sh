# needs: openssl >= 3.0, perl

setup() {
	# "Meet at noon.", encrypted with the password "secret", -aes-256-cbc and -pbkdf2.
	echo 'U2FsdGVkX1804bKI8tcH9RBDMxWBf5n9EOU70Y2V4Js=' | base64 -d > message.enc
	printf 'secret\n' > password.txt
}

setup:pass-it-exactly() {
	printf 'secret\r\n' > password.txt
}

setup:use-the-old-digest() {
	# The same, as OpenSSL 1.0.2 makes it: with MD5, and without -pbkdf2.
	echo 'U2FsdGVkX19Cn1jiuKi59go2QwKhXsIrihAnZyzFuH8=' | base64 -d > message.enc
}

setup:copy-again() {
	mkdir server
	mv message.enc server/
	head -c 30 server/message.enc > message.enc
}

setup:replace-the-key() {
	# A wrong passphrase is taken for right now and then; a key with which this one is not.
	until [[ "$(openssl pkey -in key.pem -passin pass:forgotten -noout 2>&1)" == *'bad decrypt'* ]]; do
		openssl genpkey -algorithm ed25519 -aes256 -pass pass:right -out key.pem
	done
}

# OpenSSL puts the number of a thread before the error, another one each time.
provoke() {
	openssl enc -d -aes-256-cbc -pbkdf2 -in message.enc -out message.txt -pass file:password.txt 2>&1 | sed 's/^[0-9A-F]*:error:/error:/'
}

provoke:use-its-options() {
	openssl enc -d -aes-256-cbc -in message.enc -out message.txt -pass file:password.txt 2>&1 | sed 's/^[0-9A-F]*:error:/error:/'
}

provoke:use-the-old-digest() {
	openssl enc -d -aes-256-cbc -in message.enc -out message.txt -pass file:password.txt 2>&1 | sed 's/^[0-9A-F]*:error:/error:/'
}

provoke:replace-the-key() {
	openssl pkey -in key.pem -passin pass:forgotten -noout 2>&1 | sed 's/^[0-9A-F]*:error:/error:/'
}

check:the-file-is-cut-off-or-damaged() {
	openssl dgst -sha256 server/message.enc message.enc
}

fix:pass-it-exactly() {
	cat -A password.txt
	perl -pi.bak -e 's/\r$//' password.txt
	cat -A password.txt
}

fix:use-its-options() {
	openssl enc -d -aes-256-cbc -pbkdf2 -in message.enc -out message.txt -pass file:password.txt
}

retry:use-its-options() {
	cat message.txt
}

fix:use-the-old-digest() {
	openssl enc -d -aes-256-cbc -md md5 -in message.enc -out message.txt -pass file:password.txt
}

retry:use-the-old-digest() {
	cat message.txt
}

fix:copy-again() {
	cp server/message.enc message.enc
}

fix:replace-the-key() {
	openssl genpkey -algorithm ed25519 -aes256 -pass pass:remembered -out new-key.pem
}

retry:replace-the-key() {
	openssl pkey -in new-key.pem -passin pass:remembered -noout
}
