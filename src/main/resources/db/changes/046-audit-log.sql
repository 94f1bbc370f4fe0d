--liquibase formatted sql

--changeset simpul:046-audit-log splitStatements:false
-- The log that members verify. An entry waits for its leaf from its own transaction on; one role gives leaves their
-- places, and nobody changes or deletes one.
create table audit_pending (
  entry_id uuid primary key
);
create table audit_leaf (
  index bigint primary key check (index >= 0),
  -- none: there so that the number of leaves tells nothing of the number of acts
  entry_id uuid unique,
  data bytea not null check (octet_length(data) = 41)
);
-- whole tiles alone; those that are not are read from below
create table audit_tile (
  level smallint not null check (level between 0 and 7),
  number bigint not null check (number >= 0),
  hashes bytea not null check (octet_length(hashes) = 8192),
  root bytea not null check (octet_length(root) = 32),
  primary key (level, number)
);
create table audit_checkpoint (
  size bigint primary key,
  note text not null
);

alter table audit_pending enable row level security;
alter table audit_pending force row level security;
alter table audit_leaf enable row level security;
alter table audit_leaf force row level security;
alter table audit_tile enable row level security;
alter table audit_tile force row level security;
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint force row level security;

create policy wait on audit_pending for insert to simpul_app with check (true);
grant insert on audit_pending to simpul_app;
create policy take on audit_pending for select to simpul_sequencer using (true);
create policy taken on audit_pending for delete to simpul_sequencer using (true);
grant select, delete on audit_pending to simpul_sequencer;
create policy commit_to on audit_entry for select to simpul_sequencer using (true);
grant select (id, at, nonce, payload) on audit_entry to simpul_sequencer;
create policy append on audit_leaf for insert to simpul_sequencer with check (true);
create policy read on audit_leaf for select to simpul_sequencer using (true);
grant insert, select on audit_leaf to simpul_sequencer;
create policy append on audit_tile for insert to simpul_sequencer with check (true);
create policy read on audit_tile for select to simpul_sequencer using (true);
grant insert, select on audit_tile to simpul_sequencer;
create policy append on audit_checkpoint for insert to simpul_sequencer with check (true);
create policy read on audit_checkpoint for select to simpul_sequencer using (true);
grant insert, select on audit_checkpoint to simpul_sequencer;
grant usage on schema public to simpul_sequencer;

create function audit_wait() returns trigger language plpgsql as $$
begin
  insert into audit_pending (entry_id) values (new.id);
  return null;
end
$$;
revoke execute on function audit_wait() from public;
grant execute on function audit_wait() to simpul_app;
create trigger audit_wait after insert on audit_entry for each row execute function audit_wait();

-- what was recorded before
create policy backfill on audit_entry for select to simpul_owner using (true);
create policy backfill on audit_pending for insert to simpul_owner with check (true);
insert into audit_pending (entry_id) select id from audit_entry;
drop policy backfill on audit_entry;
drop policy backfill on audit_pending;
