# needs: postgresql >= 15
# proves: use-right-role for you-are-logged-in-as-another-role-than-you-think
# proves: grant-on-object, grant-on-schema, cover-new-tables, add-policy, change-owner
# name not apostrophe: within single quotes of SQL it has to be doubled

setup() {
	initdb -N -D data -U postgres -A trust >init.log
	printf "port = 5432\nunix_socket_directories = ''\n" >>data/postgresql.conf
	postgres -D data >server.log 2>&1 &
	export PGHOST=localhost PGDATABASE=postgres
	until pg_isready -q; do sleep 0.1; done
	psql -qU postgres -c 'CREATE ROLE app LOGIN' -c 'CREATE ROLE owner LOGIN' -c 'CREATE DATABASE shop OWNER owner'
	export PGDATABASE=shop
	printf '[app]\nuser=app\n' >~/.pg_service.conf
	psql -qU owner <<-END
		CREATE TABLE "$NAME" (id serial PRIMARY KEY, total int);
		GRANT SELECT ON "$NAME" TO app;
		CREATE SCHEMA sales;
		CREATE TABLE sales.invoices (id int);
		GRANT SELECT ON sales.invoices TO app;
	END
}

provoke() { psql service=app -c "INSERT INTO \"$NAME\" (total) VALUES (5)"; }
values() { host=localhost port=5432 database=shop owner=owner user=app table=$NAME sequence=${NAME}_id_seq schema=sales; }
console() { psql -XU owner -v ON_ERROR_STOP=1; }

provoke:use-right-role() { psql service=app -c "ALTER TABLE \"$NAME\" ADD COLUMN IF NOT EXISTS note text"; }
console:use-right-role() { psql -X service=app; }
setup:use-right-role() { echo "ALTER TABLE \"$NAME\" ADD COLUMN IF NOT EXISTS note text" >migration.sql; }
values:use-right-role() { file=migration.sql; }
edit:use-right-role.3() { sed -i 's/user=app/user=owner/' ~/.pg_service.conf; }

provoke:grant-on-schema() { psql service=app -c 'SELECT count(*) FROM sales.invoices'; }

provoke:cover-new-tables() {
	psql -qU owner -c 'DROP TABLE IF EXISTS returns' -c 'CREATE TABLE returns (id int)'
	psql service=app -c 'SELECT count(*) FROM returns'
}
values:cover-new-tables() { schema=public; }

setup:add-policy() { psql -qU owner -c "GRANT ALL ON \"$NAME\" TO app" -c "ALTER TABLE \"$NAME\" ENABLE ROW LEVEL SECURITY" -c "GRANT ALL ON SEQUENCE \"${NAME}_id_seq\" TO app"; }
values:add-policy() { policy=own_rows condition='total < 10'; }

provoke:change-owner() { psql service=app -c "ALTER TABLE \"$NAME\" ADD COLUMN note text"; }
console:change-owner() { psql -XU postgres -v ON_ERROR_STOP=1; }
