# needs: postgresql >= 15

setup() {
	initdb -N -D data -U postgres -A trust > init.log
	printf "port = %s\nunix_socket_directories = ''\n" $PORT >> data/postgresql.conf
	postgres -D data > server.log 2>&1 &
	until pg_isready -q -h 127.0.0.1 -p $PORT; do sleep 0.1; done
	psql -q -h 127.0.0.1 -p $PORT -U postgres -c 'CREATE ROLE app LOGIN' -c 'CREATE DATABASE shop OWNER app'
	printf '[shop]\nhost=127.0.0.1\nport=%s\nuser=app\ndbname=shop\n' $PORT > ~/.pg_service.conf
	psql -q service=shop <<-'END'
		CREATE TABLE "Orders" (id int PRIMARY KEY, total int);
		CREATE SCHEMA sales;
		CREATE TABLE sales.invoices (id int PRIMARY KEY);
	END
}

setup:write-the-name() {
	echo 'SELECT * FROM orders;' > report.sql
}

provoke() {
	psql service=shop -v ON_ERROR_STOP=1 -f report.sql
}

fix:write-the-name() {
	psql service=shop -c "SELECT oid::regclass FROM pg_class WHERE relname ILIKE 'orders'"
	sed -i 's/orders/"Orders"/' report.sql
}

setup:right-database() {
	echo 'SELECT * FROM "Orders";' > report.sql
	sed -i 's/dbname=shop/dbname=postgres/' ~/.pg_service.conf
}

check:the-connection-goes-to-another-database() {
	psql service=shop -c '\conninfo'
}

fix:right-database() {
	psql -h 127.0.0.1 -p $PORT -U app -d shop -c '\dt *."Orders"'
	sed -i 's/dbname=postgres/dbname=shop/' ~/.pg_service.conf
}

setup:name-in-from() {
	echo 'SELECT "Orders".id FROM "Orders" AS o;' > report.sql
}

fix:name-in-from() {
	sed -i 's/"Orders".id/o.id/' report.sql
}

setup:set-search-path() {
	echo 'SELECT * FROM invoices;' > report.sql
}

fix:set-search-path() {
	psql service=shop -c "SELECT oid::regclass FROM pg_class WHERE relname ILIKE 'invoices'"
	psql service=shop -c 'SHOW search_path' -c 'ALTER ROLE app SET search_path = sales, public'
}

setup:grant-usage() {
	echo 'SELECT * FROM invoices;' > report.sql
	psql -q -h 127.0.0.1 -p $PORT -U postgres shop <<-'END'
		ALTER SCHEMA sales OWNER TO postgres;
		ALTER TABLE sales.invoices OWNER TO postgres;
		ALTER ROLE app SET search_path = sales, public;
	END
}

check:the-role-may-not-use-the-schema() {
	psql service=shop -c 'SHOW search_path' -c 'SELECT current_schemas(false)'
}

fix:grant-usage() {
	psql -h 127.0.0.1 -p $PORT -U postgres shop -c 'GRANT USAGE ON SCHEMA sales TO app' -c 'GRANT SELECT ON sales.invoices TO app'
}

setup:create-table() {
	echo 'SELECT * FROM customers;' > report.sql
	echo 'CREATE TABLE customers (id int PRIMARY KEY);' > tables.sql
}

check:the-table-was-never-created() {
	psql service=shop -c "SELECT oid::regclass FROM pg_class WHERE relname ILIKE 'customers'" -c '\conninfo'
}

fix:create-table() {
	psql service=shop -v ON_ERROR_STOP=1 -f tables.sql
}
