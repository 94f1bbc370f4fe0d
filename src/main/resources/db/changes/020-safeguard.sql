--liquibase formatted sql

--changeset simpul:020-subject-key splitStatements:false
-- Each protected subject's own data key, wrapped by the hub's key-encryption key. Destroying it makes everything that it
-- encrypted unreadable for ever: a destroyed key has no bytes and never comes back. of_key: for a copy in a
-- dissemination, the key that it was copied from, with which it is destroyed.
create table subject_key (
  id uuid primary key,
  owner uuid not null references participant,
  of_key uuid,
  wrapped bytea,
  kek_id bigint,
  made_at timestamptz not null,
  destroyed_at timestamptz,
  unique (id, owner),
  check ((wrapped is null) = (destroyed_at is not null) and (kek_id is null) = (destroyed_at is not null))
);
create index subject_key_kek on subject_key (kek_id) where destroyed_at is null;
create index subject_key_of on subject_key (of_key) where of_key is not null;
call wall_rls('subject_key');
grant update (wrapped, kek_id, destroyed_at) on subject_key to simpul_app;

create function refuse_destroyed_key() returns trigger language plpgsql as $$
begin
  if old.destroyed_at is not null then
    raise exception 'a destroyed key stays destroyed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger destroyed_key before update on subject_key for each row execute function refuse_destroyed_key();

-- What the digest of a version takes of each protected subject: that of the ciphertext as it was first stored. It stays
-- when the same details are encrypted under another key.
alter table protected_subject add column digest text generated always as (encode(sha256(ciphertext), 'hex')) stored;
alter table protected_subject alter column digest drop expression;
alter table protected_subject alter column digest set not null;
-- null: encrypted by the hub's keyset itself, as it was before; moved to a key of its own by a job
alter table protected_subject add column key_id uuid;
alter table protected_subject add foreign key (key_id, owner) references subject_key (id, owner);
create index protected_subject_key on protected_subject (key_id);
create index protected_subject_old on protected_subject (id) where key_id is null;
grant update (key_id, digest) on protected_subject to simpul_app;

-- A sealed row changes once and in one way: from the hub's keyset to a key of its own, with the same digest.
create function refuse_sealed_details() returns trigger language plpgsql as $$
declare
  sealed bigint;
begin
  if not exists (select from touched n join untouched o on o.id = n.id
      where not (o.key_id is null and n.key_id is not null and n.digest = o.digest and n.owner = o.owner
        and n.version_id = o.version_id and n.subject_id = o.subject_id)) then
    return null;
  end if;
  select count(*) into sealed from (select v.sealed_at from referral_version v
    where v.id in (select n.version_id from touched n) for share of v) s where s.sealed_at is not null;
  if sealed > 0 then
    raise exception 'a sealed version does not change' using errcode = '42501';
  end if;
  return null;
end $$;
drop trigger open_update on protected_subject;
create trigger open_update after update on protected_subject referencing old table as untouched new table as touched
  for each statement execute function refuse_sealed_details();

-- The details of a protected subject in a dissemination for LOCATE_AND_PROTECT: the FIU's copy under a key of its own,
-- within reach of named persons alone, whatever else reaches their agency.
create table protected_copy (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  subject_id uuid not null,
  key_id uuid not null,
  ciphertext bytea not null,
  foreign key (version_id, owner) references dissemination_version (id, owner),
  foreign key (subject_id, owner) references dissemination_subject (id, owner),
  foreign key (key_id, owner) references subject_key (id, owner),
  unique (owner, subject_id)
);
create index protected_copy_version on protected_copy (version_id);
create index protected_copy_key on protected_copy (key_id);
create index protected_copy_subject on protected_copy (subject_id);
call wall_rls('protected_copy');
create policy see on protected_copy for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from reach x where x.object_id = protected_copy.version_id and x.object_kind = 'DISSEMINATION_VERSION'
          and x.audience = (select nullif(current_setting('simpul.person', true), '')::uuid)
          and (x.expires_at is null or x.expires_at > now()) limit 1));
create trigger open_insert after insert on protected_copy referencing new table as touched
  for each statement execute function refuse_sealed_part('dissemination_version');
create trigger open_update after update on protected_copy referencing new table as touched
  for each statement execute function refuse_sealed_part('dissemination_version');
create trigger open_delete after delete on protected_copy referencing old table as touched
  for each statement execute function refuse_sealed_part('dissemination_version');
grant delete on protected_copy to simpul_app;

-- whoever sees a row of details sees its key, which opens nothing without the hub's own
create policy see on subject_key for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from protected_subject p where p.key_id = subject_key.id limit 1)
    or (select true from protected_copy c where c.key_id = subject_key.id limit 1));

-- The keeper of keys works across institutions, suspended ones too, and reads no content: it wraps keys anew, moves old
-- rows to keys of their own, and destroys.
create policy kept on subject_key to simpul_clock using (true) with check (true);
grant select, insert on subject_key to simpul_clock;
grant update (wrapped, kek_id, destroyed_at) on subject_key to simpul_clock;
create policy kept on protected_subject for select to simpul_clock using (true);
create policy moved on protected_subject for update to simpul_clock using (key_id is null) with check (key_id is not null);
grant select (id, owner, subject_id, ciphertext, key_id) on protected_subject to simpul_clock;
grant update (ciphertext, key_id) on protected_subject to simpul_clock;

--changeset simpul:020-digest-key splitStatements:false
-- The secret of keyed digests, wrapped like the others: it outlives every key of the keyset. A hub that had members
-- before inherits the one that it used, so that its digests stay the same; a new hub makes its own.
create table digest_key (
  id uuid primary key,
  inherited boolean not null,
  wrapped bytea,
  kek_id bigint,
  check ((wrapped is null) = (kek_id is null))
);
insert into digest_key (id, inherited) select uuidv7(), exists (select from participant);
alter table digest_key enable row level security;
alter table digest_key force row level security;
create policy kept on digest_key to simpul_clock using (true) with check (true);
grant select on digest_key to simpul_clock;
grant update (wrapped, kek_id) on digest_key to simpul_clock;

--changeset simpul:020-import-row splitStatements:false
-- Rows that wait are never in the write-ahead log. After a crash of the database they are gone, and their run fails
-- whole: it knows how many it had put there.
alter table import_row set unlogged;
-- who becomes protected meanwhile is masked where the rows wait
grant update (from_type, from_scope, from_value, to_type, to_scope, to_value, channel, remark) on import_row to simpul_app;
alter table import_run add column rows_staged bigint not null default 0;
grant update (rows_staged) on import_run to simpul_app;

--changeset simpul:020-unmasking splitStatements:false
-- Who asked to see whom, why, who agreed, and until when the details are open to the one who asked. No detail.
create table unmasking (
  id uuid primary key,
  owner uuid not null references participant,
  object_kind text not null check (object_kind in ('REFERRAL','INTAKE','DISSEMINATION')),
  object_id uuid not null,
  version_id uuid not null,
  subject_id uuid not null,
  reference text not null,
  purpose text not null,
  matter text,
  reason text not null,
  status text not null check (status in ('REQUESTED','APPROVED','DECLINED')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  closes_at timestamptz,
  alone_act_id uuid,
  foreign key (requested_by, owner) references person (id, participant_id),
  foreign key (decided_by, owner) references person (id, participant_id),
  check ((status = 'APPROVED') = (closes_at is not null)),
  -- a second person, or one who acts alone and is reviewed
  check (status <> 'APPROVED' or alone_act_id is not null or (decided_by is not null and decided_by <> requested_by))
);
create index unmasking_newest on unmasking (owner, id desc);
call wall_own('unmasking');
grant update (status, decided_by, decided_at, decline_reason, closes_at, alone_act_id) on unmasking to simpul_app;

--changeset simpul:020-subject-digest splitStatements:false
-- Keyed digests of protected subjects' names and identifiers, of all submissions, for the FIU's comparison alone. They
-- are the FIU's rows: a submitter can neither read nor try them.
create table subject_digest (
  id uuid primary key,
  owner uuid not null references participant,
  intake_id uuid not null,
  subject_id uuid not null,
  reference text not null,
  kind text not null check (kind in ('NAME','IDENTIFIER')),
  digest bytea not null check (octet_length(digest) = 32),
  foreign key (intake_id, owner) references intake (id, owner)
);
create index subject_digest_value on subject_digest (owner, digest);
create index subject_digest_intake on subject_digest (owner, intake_id);
create index subject_digest_subject on subject_digest (subject_id);
call wall_own('subject_digest');
grant delete on subject_digest to simpul_app;
create policy kept on subject_digest to simpul_clock using (true);
grant select (subject_id), delete on subject_digest to simpul_clock;
-- which version of the submission the digests are of
alter table intake add column compared_version uuid;
grant update (compared_version) on intake to simpul_app;
create index intake_compared on intake (owner, id) where compared_version is distinct from version_id;
