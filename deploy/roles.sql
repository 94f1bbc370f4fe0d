-- The database roles of Simpul. A PostgreSQL superuser runs this file in a fresh database (PostgreSQL 16 or later);
-- running it again changes nothing. It sets no passwords: whoever installs does so afterwards
-- (`alter role simpul_app password '…'`, likewise simpul_migrator and simpul_session).
--
--   simpul_owner       owns every table, logs in nowhere, and is itself held by FORCE ROW LEVEL SECURITY
--   simpul_migrator    logs in for the migrations and works as simpul_owner
--   simpul_app         the hub's requests: owns nothing, bypasses nothing
--   simpul_auditor, simpul_overseer_people, simpul_overseer_objects, simpul_dispatcher, simpul_clock, simpul_sequencer,
--   simpul_job_retention, simpul_job_statistics, simpul_job_oversight
--                      taken by simpul_app for one transaction (`set local role`), never inherited, so that their
--                      policies do not apply to ordinary requests
--   simpul_session     the console's sign-in sessions, in a schema of their own and out of the hub's reach

do $$
declare
  wanted text;
begin
  foreach wanted in array array['simpul_owner', 'simpul_migrator', 'simpul_app', 'simpul_auditor',
                                'simpul_dispatcher', 'simpul_clock', 'simpul_session',
                                'simpul_job_retention', 'simpul_job_statistics', 'simpul_job_oversight',
                                'simpul_sequencer', 'simpul_overseer_people', 'simpul_overseer_objects'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I', wanted);
    end if;
  end loop;
end
$$;

alter role simpul_owner nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
alter role simpul_migrator login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
alter role simpul_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
alter role simpul_auditor nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_overseer_people nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_overseer_objects nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_dispatcher nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_clock nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_job_retention nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_job_statistics nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_job_oversight nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_sequencer nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role simpul_session login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;

-- Everything that the migrations create, Liquibase's own tables too, then belongs to the owner.
grant simpul_owner to simpul_migrator with inherit false, set true;
alter role simpul_migrator set role to 'simpul_owner';

grant simpul_auditor, simpul_overseer_people, simpul_overseer_objects, simpul_dispatcher, simpul_clock, simpul_sequencer
  to simpul_app with inherit false, set true;
grant simpul_job_retention, simpul_job_statistics, simpul_job_oversight to simpul_app with inherit false, set true;

-- PUBLIC holds nothing: not the database, not the schema, not a function that a later migration adds.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to simpul_migrator, simpul_app, simpul_session', current_database());
end
$$;
alter schema public owner to simpul_owner;
revoke all on schema public from public;
grant usage on schema public to simpul_app, simpul_auditor, simpul_dispatcher, simpul_clock;
alter default privileges for role simpul_owner revoke execute on functions from public;

create schema if not exists session authorization simpul_session;
alter schema session owner to simpul_session;
revoke all on schema session from public;
alter role simpul_session set search_path to 'session';
