--liquibase formatted sql

--changeset simpul:009-idempotency splitStatements:false
-- A key and where the result of its request is, so that a repetition acts once. Scope: institution, person, operation.
create table idempotency_key (
  owner uuid not null references participant,
  person_id uuid not null,
  operation text not null,
  key text not null check (length(key) between 16 and 128),
  digest bytea not null check (octet_length(digest) = 32),
  status int,
  location text,
  etag text,
  created_at timestamptz not null,
  primary key (owner, person_id, operation, key),
  foreign key (person_id, owner) references person (id, participant_id)
);
call wall_own('idempotency_key');
grant update (status, location, etag) on idempotency_key to simpul_app;
