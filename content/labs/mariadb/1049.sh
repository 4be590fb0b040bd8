# needs: mariadb-server >= 10.5, mariadb-client

setup() {
	mariadb-install-db --no-defaults --datadir=$PWD/data --auth-root-authentication-method=normal --skip-test-db > install.log
	mariadbd --no-defaults --datadir=$PWD/data --port=$PORT --bind-address=127.0.0.1 --socket=mysqld.sock --skip-name-resolve > server.log 2>&1 &
	wait_port $PORT
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root -e 'CREATE DATABASE shop; CREATE TABLE shop.orders (id int PRIMARY KEY)'
	printf '[client]\nhost=127.0.0.1\nport=%s\nuser=root\n[mariadb-client]\ndatabase=shop\n' $PORT > ~/.my.cnf
}

provoke() {
	mariadb -t -e 'SELECT database(); SHOW TABLES'
}

setup:use-exact-name() {
	sed -i 's/database=shop/database=Shop/' ~/.my.cnf
}

check:the-name-is-misspelled-or-its-capitals-differ() {
	mariadb -h 127.0.0.1 -P $PORT -u root --database= -t -e 'SHOW DATABASES'
}

fix:use-exact-name() {
	sed -i 's/database=Shop/database=shop/' ~/.my.cnf
}

setup:right-server() {
	mariadb-install-db --no-defaults --datadir=$PWD/other --auth-root-authentication-method=normal --skip-test-db > install.log
	mariadbd --no-defaults --datadir=$PWD/other --port=$PORT2 --bind-address=127.0.0.1 --socket=mysqld.sock --skip-name-resolve > server.log 2>&1 &
	wait_port $PORT2
	sed -i "s/port=.*/port=$PORT2/" ~/.my.cnf
}

check:the-connection-goes-to-another-server() {
	mariadb --database= -t -e 'SELECT @@port; SHOW DATABASES'
}

fix:right-server() {
	mariadb -h 127.0.0.1 -P $PORT -u root --database= -t -e 'SHOW DATABASES'
	sed -i "s/port=$PORT2/port=$PORT/" ~/.my.cnf
}

setup:create-database() {
	mariadb-dump --no-defaults -h 127.0.0.1 -P $PORT -u root shop > dump.sql
	sed -i 's/database=shop/database=stock/' ~/.my.cnf
}

check:the-database-was-never-created() {
	mariadb --database= -t -e 'SHOW DATABASES'
	! grep -m 1 'CREATE DATABASE' dump.sql
}

fix:create-database() {
	mariadb --database= -e 'CREATE DATABASE stock CHARACTER SET utf8mb4'
	mariadb stock < dump.sql
}
