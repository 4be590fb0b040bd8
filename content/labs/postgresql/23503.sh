# needs: postgresql >= 15

setup() {
	initdb -N -D data -U postgres -A trust > init.log
	printf "port = %s\nunix_socket_directories = ''\n" $PORT >> data/postgresql.conf
	postgres -D data > server.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT; do sleep 0.1; done
	psql -q -h 127.0.0.1 -p $PORT -U postgres -c 'CREATE ROLE app LOGIN' -c 'CREATE DATABASE shop OWNER app'
	printf '[shop]\nhost=127.0.0.1\nport=%s\nuser=app\ndbname=shop\n' $PORT > ~/.pg_service.conf
	psql -q service=shop <<-'END'
		CREATE TABLE users (id int PRIMARY KEY, email text);
		CREATE TABLE orders (
		  id int PRIMARY KEY,
		  user_id int CONSTRAINT orders_user REFERENCES users
		);
		INSERT INTO users VALUES (1, 'ann@example.com'), (2, 'bob@example.com');
		INSERT INTO orders VALUES (10, 1), (11, 1);
	END
}

provoke() {
	psql service=shop -c 'INSERT INTO orders (id, user_id) VALUES (12, 999)'
}

check:the-row-that-the-new-one-points-to-does-not-exist() {
	psql service=shop -c 'SELECT * FROM users WHERE id = 999'
}

fix:correct-value() {
	psql service=shop -c 'SELECT * FROM users ORDER BY 1 LIMIT 20'
}

retry:correct-value() {
	psql service=shop -c 'INSERT INTO orders (id, user_id) VALUES (12, 2)'
}

fix:insert-parent() {
	psql service=shop -c "INSERT INTO users VALUES (999, 'eve@example.com')"
}

provoke:repoint() {
	psql service=shop -c 'DELETE FROM users WHERE id = 1'
}

check:other-rows-still-point-to-the-row() {
	psql service=shop -c 'SELECT * FROM orders WHERE user_id = 1'
}

fix:repoint() {
	psql service=shop -c 'UPDATE orders SET user_id = 2 WHERE user_id = 1'
}

setup:clean-and-validate() {
	psql -q service=shop -c 'ALTER TABLE orders DROP CONSTRAINT orders_user' -c 'INSERT INTO orders VALUES (12, 999)'
}

provoke:clean-and-validate() {
	psql service=shop -c 'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id)'
}

check:the-constraint-is-new-and-old-rows-break-it() {
	psql service=shop <<-'END'
		SELECT c.* FROM orders AS c
		 WHERE c.user_id IS NOT NULL
		   AND NOT EXISTS (SELECT FROM users AS p WHERE p.id = c.user_id);
	END
}

fix:clean-and-validate() {
	psql service=shop -c 'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID'
	psql service=shop -c 'UPDATE orders SET user_id = NULL WHERE user_id = 999'
}

retry:clean-and-validate() {
	psql service=shop -c 'ALTER TABLE orders VALIDATE CONSTRAINT orders_user' -c '\d orders'
}

provoke:delete-children() {
	psql service=shop -c 'DELETE FROM users WHERE id = 1'
}

fix:delete-children() {
	psql service=shop -c 'DELETE FROM orders WHERE user_id = 1'
}

provoke:defer-check() {
	psql service=shop -v ON_ERROR_STOP=1 <<-'END'
		BEGIN;
		SET CONSTRAINTS ALL DEFERRED;
		INSERT INTO orders (id, user_id) VALUES (13, 3);
		INSERT INTO users (id) VALUES (3);
		COMMIT;
	END
}

fix:defer-check() {
	psql service=shop -c 'ALTER TABLE orders ALTER CONSTRAINT orders_user DEFERRABLE'
}
