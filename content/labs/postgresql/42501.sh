# needs: postgresql >= 15

setup() {
	initdb -N -D data -U postgres -A trust > init.log
	printf "port = %s\nunix_socket_directories = ''\n" $PORT >> data/postgresql.conf
	postgres -D data > server.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT; do sleep 0.1; done
	psql -q -h 127.0.0.1 -p $PORT -U postgres <<-'END'
		CREATE ROLE app LOGIN;
		CREATE ROLE owner LOGIN;
		CREATE DATABASE shop OWNER owner;
	END
	printf '[shop]\nhost=127.0.0.1\nport=%s\nuser=app\ndbname=shop\n' $PORT > ~/.pg_service.conf
	psql -q -h 127.0.0.1 -p $PORT -U owner shop <<-'END'
		CREATE TABLE orders (id serial PRIMARY KEY, total int);
		CREATE SCHEMA sales;
		CREATE TABLE sales.invoices (id int);
		GRANT SELECT ON sales.invoices TO app;
	END
}

provoke() {
	psql service=shop -c 'INSERT INTO orders (total) VALUES (5)'
}

provoke:use-right-role() {
	psql service=shop -c 'ALTER TABLE orders ADD COLUMN note text'
}

fix:use-right-role() {
	psql service=shop -c "SELECT tableowner FROM pg_tables WHERE tablename = 'orders'"
	sed -i 's/user=app/user=owner/' ~/.pg_service.conf
}

check:the-role-has-no-privilege-on-the-object() {
	psql service=shop -c 'SELECT current_user' -c '\dp orders'
}

fix:grant-on-object() {
	psql -h 127.0.0.1 -p $PORT -U owner shop <<-'END'
		GRANT SELECT, INSERT ON orders TO app;
		GRANT USAGE ON SEQUENCE orders_id_seq TO app;
	END
}

provoke:grant-on-schema() {
	psql service=shop -c 'SELECT count(*) FROM sales.invoices'
}

check:the-role-may-not-use-the-schema-or-create-in-it() {
	psql service=shop -c "SELECT has_schema_privilege('sales', 'USAGE'), has_schema_privilege('sales', 'CREATE')"
}

fix:grant-on-schema() {
	psql -h 127.0.0.1 -p $PORT -U owner shop -c 'GRANT USAGE ON SCHEMA sales TO app'
}

setup:cover-new-tables() {
	psql -q -h 127.0.0.1 -p $PORT -U owner shop -c 'GRANT ALL ON ALL TABLES IN SCHEMA public TO app'
}

provoke:cover-new-tables() {
	psql -h 127.0.0.1 -p $PORT -U owner shop -c 'DROP TABLE IF EXISTS returns' -c 'CREATE TABLE returns (id int)'
	psql service=shop -c 'SELECT count(*) FROM returns'
}

fix:cover-new-tables() {
	psql -h 127.0.0.1 -p $PORT -U owner shop <<-'END'
		ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA public
		  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app;
	END
}

setup:add-policy() {
	psql -q -h 127.0.0.1 -p $PORT -U owner shop <<-'END'
		CREATE TABLE notes (owner_name name, body text);
		ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
		GRANT SELECT, INSERT ON notes TO app;
	END
}

provoke:add-policy() {
	psql service=shop -c "INSERT INTO notes VALUES ('app', 'first')"
}

check:row-level-security-refuses-the-row() {
	psql service=shop -c '\d notes' | grep -A 1 Policies
}

fix:add-policy() {
	psql -h 127.0.0.1 -p $PORT -U owner shop <<-'END'
		CREATE POLICY own_notes ON notes TO app
		  USING (owner_name = current_user) WITH CHECK (owner_name = current_user);
	END
}

provoke:change-owner() {
	psql service=shop -c 'ALTER TABLE orders ADD COLUMN note text'
}

check:the-statement-is-reserved-for-the-owner-or-an-administrator() {
	psql service=shop -c "SELECT current_user, tableowner FROM pg_tables WHERE tablename = 'orders'"
}

fix:change-owner() {
	psql -h 127.0.0.1 -p $PORT -U postgres shop -c 'ALTER TABLE orders OWNER TO app'
}
