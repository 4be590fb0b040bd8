# needs: postgresql >= 15

setup() {
	initdb -N -D data -U postgres > init.log
	printf '%s\n' 'host all postgres 127.0.0.1/32 trust' 'host all all 127.0.0.1/32 scram-sha-256' > data/pg_hba.conf
	postgres -D data -p $PORT -k '' -c log_line_prefix= > server.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT; do sleep 0.1; done
	psql -q -h 127.0.0.1 -p $PORT -U postgres <<-'END'
		CREATE ROLE app LOGIN PASSWORD 'current-secret';
		CREATE DATABASE shop OWNER app;
	END
	printf '[shop]\nhost=127.0.0.1\nport=%s\nuser=app\ndbname=shop\n' $PORT > ~/.pg_service.conf
	echo '*:*:*:*:current-secret' > ~/.pgpass
	chmod 600 ~/.pgpass
}

provoke() {
	psql service=shop -c 'SELECT current_user'
}

setup:correct-the-source() {
	sed -i 's/current-secret/outdated-secret/' ~/.pgpass
}

fix:correct-the-source() {
	sed -i 's/outdated-secret/current-secret/' ~/.pgpass
}

setup:correct-the-user() {
	sed -i 's/user=app/user=ap/' ~/.pg_service.conf
}

check:the-user-does-not-exist-on-this-server() {
	tail -n 3 server.log | grep 'does not exist'
}

fix:correct-the-user() {
	psql -h 127.0.0.1 -p $PORT -U postgres -c '\du'
	sed -i 's/user=ap/user=app/' ~/.pg_service.conf
}

setup:right-server() {
	initdb -N -D other -U postgres > init.log
	cp data/pg_hba.conf other/
	postgres -D other -p $PORT2 -k '' -c log_line_prefix= > server.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT2; do sleep 0.1; done
	sed -i "s/port=.*/port=$PORT2/" ~/.pg_service.conf
}

fix:right-server() {
	sed -i "s/port=$PORT2/port=$PORT/" ~/.pg_service.conf
	psql service=shop -c 'SELECT inet_server_addr(), inet_server_port()'
}

setup:set-password() {
	psql -q -h 127.0.0.1 -p $PORT -U postgres -c 'ALTER ROLE app PASSWORD NULL'
}

check:the-user-has-no-usable-password() {
	tail -n 3 server.log | grep 'no password assigned'
}

fix:set-password() {
	printf 'new-secret\nnew-secret\n' |
		psql -h 127.0.0.1 -p $PORT -U postgres -c '\password app'
	echo '*:*:*:*:new-secret' > ~/.pgpass
}

setup:extend-validity() {
	psql -q -h 127.0.0.1 -p $PORT -U postgres -c "ALTER ROLE app VALID UNTIL '2026-01-01'"
}

check:the-password-has-expired() {
	tail -n 3 server.log | grep 'expired password'
	psql -h 127.0.0.1 -p $PORT -U postgres -c '\du app'
}

fix:extend-validity() {
	psql -h 127.0.0.1 -p $PORT -U postgres -c "ALTER ROLE app VALID UNTIL '2099-12-31'"
}
