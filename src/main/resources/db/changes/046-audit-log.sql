--liquibase formatted sql

--changeset simpul:046-audit-log splitStatements:false
-- The log that members verify. An entry waits for its leaf from its own transaction on; one role gives leaves their
-- places, and nobody changes or deletes one.
-- An entry is opened with its nonce, so what nobody shall guess by it is keyed apart; entries from before have no such
-- key, and are not opened.
alter table audit_entry add column detail_key bytea check (octet_length(detail_key) = 32);
-- whether whoever acted may learn that it was recorded
alter table audit_entry add column told boolean not null default true;
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
create table audit_batch (
  first bigint primary key check (first >= 0),
  leaves integer not null check (leaves > 0),
  at timestamptz not null
);
create table audit_checkpoint (
  size bigint primary key,
  note text not null,
  at timestamptz not null
);
-- one line each, as the witness signed it
create table audit_cosignature (
  size bigint not null,
  witness text not null,
  line text not null,
  at timestamptz not null,
  primary key (size, witness)
);
-- since when the quorum of the policy of that day had cosigned
create table audit_cosigned (
  size bigint primary key,
  at timestamptz not null
);

do $$
declare
  name text;
begin
  foreach name in array array['audit_pending', 'audit_leaf', 'audit_tile', 'audit_batch', 'audit_checkpoint',
                              'audit_cosignature', 'audit_cosigned'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    if name <> 'audit_pending' then
      execute format('create policy append on %I for insert to simpul_sequencer with check (true)', name);
      execute format('create policy read on %I for select to simpul_sequencer using (true)', name);
      execute format('grant insert, select on %I to simpul_sequencer', name);
    end if;
  end loop;
end
$$;

create policy wait on audit_pending for insert to simpul_app with check (true);
grant insert on audit_pending to simpul_app;
create policy take on audit_pending for select to simpul_sequencer using (true);
create policy taken on audit_pending for delete to simpul_sequencer using (true);
grant select, delete on audit_pending to simpul_sequencer;
create policy commit_to on audit_entry for select to simpul_sequencer using (true);
grant select (id, at, person_id, participant_id, nonce, payload, detail_key, told) on audit_entry to simpul_sequencer;
grant usage on schema public to simpul_sequencer;

create function audit_wait() returns trigger language plpgsql as $$
begin
  insert into audit_pending (entry_id) values (new.id);
  -- where pgaudit is loaded, its lines of this transaction are known by their entry
  if current_setting('pgaudit.log', true) <> '' then
    raise log 'audit entry %', new.id;
  end if;
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
