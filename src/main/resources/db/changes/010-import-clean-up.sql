--liquibase formatted sql

--changeset simpul:010-import-clean-up splitStatements:false
-- At start the clock's role finds the runs that a crash left behind; each is then ended in its owner's name.
create policy left_behind on import_run for select to simpul_clock using (status = 'RUNNING');
grant select (id, owner, referral_id, status) on import_run to simpul_clock;
create index import_run_running on import_run (id) where status = 'RUNNING';
