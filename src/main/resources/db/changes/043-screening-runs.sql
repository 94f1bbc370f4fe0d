--liquibase formatted sql

--changeset simpul:043-screening-quota splitStatements:false
-- Values are counted by the batch, everything else one by one.
do $$
declare
  kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'inquiry_quota_kind_check');
begin
  alter table inquiry_quota drop constraint inquiry_quota_kind_check;
  execute 'alter table inquiry_quota add constraint inquiry_quota_kind_check '
    || replace(kinds, '''SCREENING''::text', '''SCREENING''::text, ''SCREENED_VALUES''::text');
end $$;
drop policy from_one on inquiry_quota;
create policy from_one on inquiry_quota as restrictive for insert to simpul_app
  with check (asked = 1 or kind = 'SCREENED_VALUES');
drop trigger one_by_one on inquiry_quota;
create trigger one_by_one before update on inquiry_quota for each row
  when (current_user = 'simpul_app' and (new.kind <> old.kind
    or case when new.kind = 'SCREENED_VALUES' then new.asked <= old.asked else new.asked <> old.asked + 1 end))
  execute function refuse_other_count();

--changeset simpul:043-screening-runs splitStatements:false
-- A file of values that are asked against the lists that reach the caller. No value of it is in any table.
create table screening_run (
  id uuid primary key,
  owner uuid not null references participant,
  -- what holds for each row that does not tell it itself
  type text,
  scope text,
  status text not null check (status in ('OPEN','RUNNING','DONE','REFUSED')),
  failure text,
  rows_read bigint not null,
  rows_refused bigint not null,
  rows_matched bigint not null,
  hits bigint not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  moved_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  unique (id, owner),
  check ((status in ('DONE','REFUSED')) = (finished_at is not null))
);
create index screening_run_newest on screening_run (owner, id desc);
create index screening_run_running on screening_run (moved_at) where status = 'RUNNING';
create index screening_run_expires on screening_run (expires_at);
call wall_own('screening_run');
grant update (status, failure, rows_read, rows_refused, rows_matched, hits, moved_at, finished_at), delete
  on screening_run to simpul_app;
create policy waiting on screening_run for select to simpul_clock using (true);
grant select (owner, status, moved_at, expires_at) on screening_run to simpul_clock;

-- Where a hit stands: what is told of it is read anew, through the wall, each time.
create table screening_hit (
  id uuid primary key,
  owner uuid not null,
  run_id uuid not null,
  row_number bigint not null,
  list_id uuid not null,
  entry_id uuid not null,
  foreign key (run_id, owner) references screening_run (id, owner)
);
create index screening_hit_of on screening_hit (owner, run_id, id);
call wall_own('screening_hit');
grant delete on screening_hit to simpul_app;

-- Why a row was not asked; never the value.
create table screening_refusal (
  id uuid primary key,
  owner uuid not null,
  run_id uuid not null,
  row_number bigint not null,
  code text not null,
  foreign key (run_id, owner) references screening_run (id, owner)
);
create index screening_refusal_of on screening_refusal (owner, run_id, id);
call wall_own('screening_refusal');
grant delete on screening_refusal to simpul_app;
