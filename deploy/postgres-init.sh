#!/bin/bash
# Runs once, in the PostgreSQL container, on an empty data directory (/docker-entrypoint-initdb.d): creates the roles of
# roles.sql in the hub's database and gives those that log in their passwords, and Keycloak a database of its own. Where
# the server has loaded pgaudit, it tells what is done in the hub's database.
set -euo pipefail

: "${SIMPUL_APP_PASSWORD:?is not set}" "${SIMPUL_MIGRATOR_PASSWORD:?is not set}"
: "${SIMPUL_SESSION_PASSWORD:?is not set}" "${KEYCLOAK_DATABASE_PASSWORD:?is not set}"
roles="${SIMPUL_ROLES_FILE:-/etc/simpul/roles.sql}"
pgaudit="${SIMPUL_PGAUDIT_FILE:-/etc/simpul/pgaudit.sql}"

as_superuser() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" "$@"
}

as_superuser --dbname postgres --command 'create database simpul'
as_superuser --dbname simpul --single-transaction --file "$roles"
if as_superuser --dbname simpul --tuples-only --command 'show shared_preload_libraries' | grep -qw pgaudit; then
  as_superuser --dbname simpul --single-transaction --file "$pgaudit"
fi

# psql reads the passwords from its environment and quotes them itself, so none stands in a command line.
as_superuser --dbname simpul <<'SQL'
\getenv app SIMPUL_APP_PASSWORD
\getenv migrator SIMPUL_MIGRATOR_PASSWORD
\getenv session SIMPUL_SESSION_PASSWORD
\getenv keycloak KEYCLOAK_DATABASE_PASSWORD
alter role simpul_app password :'app';
alter role simpul_migrator password :'migrator';
alter role simpul_session password :'session';
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
