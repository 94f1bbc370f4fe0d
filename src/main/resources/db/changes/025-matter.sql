--liquibase formatted sql

--changeset simpul:025-matter-states splitStatements:false
-- A matter runs until it ends, and is closed once: what is closed stays as it is.
alter table matter add column status text not null default 'LIVE' check (status in ('LIVE','EXPIRED','CLOSED'));
alter table matter add column reason text;
alter table matter add column changed_by uuid;
alter table matter add column changed_at timestamptz;
-- when its registrar was told that it ends soon
alter table matter add column warned_at timestamptz;
create index matter_running on matter (owner, expires_at) where status = 'LIVE';
grant update (status, expires_at, reason, changed_by, changed_at, warned_at) on matter to simpul_app;
create policy not_closed on matter as restrictive for update to simpul_app using (status <> 'CLOSED') with check (true);
