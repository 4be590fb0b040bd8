# needs: postgresql >= 15

setup() {
	initdb -N -D data -U postgres -A trust > init.log
	printf "port = %s\nunix_socket_directories = ''\n" $PORT >> data/postgresql.conf
	postgres -D data > server.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT; do sleep 0.1; done
	psql -q -h 127.0.0.1 -p $PORT -U postgres <<-'END'
		CREATE ROLE app LOGIN;
		CREATE DATABASE shop OWNER app;
	END
	printf '[shop]\nhost=127.0.0.1\nport=%s\nuser=app\ndbname=shop\n' $PORT > ~/.pg_service.conf
}

provoke() {
	psql service=shop -c 'SELECT current_database()'
}

setup:use-exact-name() {
	sed -i 's/dbname=shop/dbname=Shop/' ~/.pg_service.conf
}

check:the-name-is-misspelled-or-its-capitals-differ() {
	psql -h 127.0.0.1 -p $PORT -U app -l
}

fix:use-exact-name() {
	sed -i 's/dbname=Shop/dbname=shop/' ~/.pg_service.conf
}

setup:name-the-database() {
	sed -i '/dbname=/d' ~/.pg_service.conf
}

fix:name-the-database() {
	echo 'dbname=shop' >> ~/.pg_service.conf
}

setup:right-server() {
	initdb -N -D other -U postgres -A trust > init.log
	printf "port = %s\nunix_socket_directories = ''\n" $PORT2 >> other/postgresql.conf
	postgres -D other > other.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT2; do sleep 0.1; done
	psql -q -h 127.0.0.1 -p $PORT2 -U postgres -c 'CREATE ROLE app LOGIN'
	sed -i "s/port=.*/port=$PORT2/" ~/.pg_service.conf
}

check:the-connection-goes-to-another-server() {
	psql -h 127.0.0.1 -p $PORT2 -U app -l
}

fix:right-server() {
	psql -h 127.0.0.1 -p $PORT -U app -l
	sed -i "s/port=$PORT2/port=$PORT/" ~/.pg_service.conf
}

setup:create-database() {
	sed -i 's/dbname=shop/dbname=stock/' ~/.pg_service.conf
}

fix:create-database() {
	createdb -h 127.0.0.1 -p $PORT -U postgres -O app stock
}

setup:restore-files() {
	psql -h 127.0.0.1 -p $PORT -U postgres -Atc "SELECT oid FROM pg_database WHERE datname = 'shop'" > oid
	mv data/base/$(cat oid) moved
}

fix:restore-files() {
	psql -h 127.0.0.1 -p $PORT -U postgres -Atc 'SHOW data_directory'
	pg_ctl -s -D data stop
	mv moved data/base/$(cat oid)
	postgres -D data > server.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT; do sleep 0.1; done
}
