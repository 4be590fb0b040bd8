# needs: mariadb-server >= 10.5, mariadb-client

setup() {
	mariadb-install-db --no-defaults --datadir=$PWD/data --auth-root-authentication-method=normal --skip-test-db > install.log
	mariadbd --no-defaults --datadir=$PWD/data --port=$PORT --bind-address=127.0.0.1 --socket=mysqld.sock --skip-name-resolve > server.log 2>&1 &
	wait_port $PORT
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root <<-'END'
		CREATE DATABASE shop;
		CREATE USER app@'127.0.0.1' IDENTIFIED BY 'current-secret';
		GRANT ALL ON shop.* TO app@'127.0.0.1';
	END
	printf '[client]\nhost=127.0.0.1\nport=%s\nuser=app\npassword=current-secret\n' $PORT > ~/.my.cnf
}

provoke() {
	mariadb -e 'SELECT current_user()'
}

setup:correct-client() {
	sed -i 's/current-secret/outdated-secret/' ~/.my.cnf
}

fix:correct-client() {
	mariadb --print-defaults
	sed -i 's/outdated-secret/current-secret/' ~/.my.cnf
}

setup:set-password() {
	sed -i 's/current-secret/another-secret/' ~/.my.cnf
}

fix:set-password() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root -e "ALTER USER app@'127.0.0.1' IDENTIFIED BY 'new-secret'"
	sed -i 's/another-secret/new-secret/' ~/.my.cnf
}

setup:add-account() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root -e "RENAME USER app@'127.0.0.1' TO app@'10.0.0.%'"
}

check:no-account-fits-this-user-from-this-host() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root -t -e "SELECT user, host, plugin FROM mysql.user WHERE user = 'app'"
}

fix:add-account() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root <<-'END'
		CREATE USER app@'127.0.0.1' IDENTIFIED BY 'current-secret';
		GRANT ALL ON shop.* TO app@'127.0.0.1';
	END
}

setup:drop-anonymous() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root <<-'END'
		DROP USER app@'127.0.0.1';
		CREATE USER app@'%' IDENTIFIED BY 'current-secret';
		CREATE USER ''@'127.0.0.1';
	END
}

check:an-account-without-a-name-comes-first() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root -t -e "SELECT user, host FROM mysql.user WHERE user IN ('', 'app')"
}

fix:drop-anonymous() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root -e "DROP USER ''@'127.0.0.1'"
}

setup:reset-root() {
	mariadb --no-defaults -h 127.0.0.1 -P $PORT -u root -e "ALTER USER root@'127.0.0.1' IDENTIFIED BY 'lost-secret'"
	sed -i -e 's/user=app/user=root/' -e 's/current-secret/new-secret/' ~/.my.cnf
}

fix:reset-root() {
	kill $(cat data/*.pid)
	while ls data/*.pid > stop.log 2>&1; do sleep 0.1; done
	echo "ALTER USER root@'127.0.0.1' IDENTIFIED BY 'new-secret';" > reset.sql
	mariadbd --no-defaults --datadir=$PWD/data --port=$PORT --bind-address=127.0.0.1 --socket=mysqld.sock --skip-name-resolve --init-file=$PWD/reset.sql > server.log 2>&1 &
	until mariadb-admin ping > ping.log 2>&1; do sleep 0.1; done
	rm reset.sql
}
