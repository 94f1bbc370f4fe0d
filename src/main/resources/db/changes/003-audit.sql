--liquibase formatted sql

--changeset simpul:003-audit splitStatements:false
-- What happened. Payload (RFC 8785), time and nonce are kept from the first day: the log that members verify is made
-- of them. Nobody updates or deletes; acts are read by the auditor's role alone.
create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid,
  actor text not null,
  participant_id uuid,
  roles text[] not null,
  client text not null,
  act text not null,
  object_kind text,
  object_id uuid,
  object_owner uuid,
  purpose text,
  case_reference text,
  outcome text not null check (outcome in ('ALLOWED','DENIED','FAILED')),
  request_id text not null,
  detail_digest text,
  payload text not null,
  nonce bytea not null check (octet_length(nonce) = 32)
);
create index audit_entry_act on audit_entry (act, id desc);
create index audit_entry_object on audit_entry (object_id, id desc);
create index audit_entry_participant on audit_entry (participant_id, id desc);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy write on audit_entry for insert to simpul_app with check (true);
create policy read on audit_entry for select to simpul_auditor using (true);
grant insert on audit_entry to simpul_app;
grant select on audit_entry to simpul_auditor;
grant select on participant to simpul_auditor;
