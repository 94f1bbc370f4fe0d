--liquibase formatted sql

--changeset simpul:027-values
-- The versions that hold a value are walked in order of their ids, one probe for each, however many rows each has.
drop index referral_identifier_value;
create index referral_identifier_value on referral_identifier (value, type, scope, version_id);
drop index referral_transaction_from;
create index referral_transaction_from on referral_transaction (from_value, from_type, from_scope, version_id);
drop index referral_transaction_to;
create index referral_transaction_to on referral_transaction (to_value, to_type, to_scope, version_id);

--changeset simpul:027-name-key splitStatements:false
-- What names of open subjects are looked up by (room identifier): equal text, since row security keeps every other
-- comparison from the index. Written as the version is sealed; a protected subject has none.
create table referral_name_key (
  owner uuid not null,
  version_id uuid not null,
  subject_id uuid not null,
  key text not null,
  primary key (owner, subject_id, key),
  foreign key (version_id, owner) references referral_version (id, owner) on delete cascade,
  foreign key (subject_id, owner) references referral_subject (id, owner) on delete cascade
);
create index referral_name_key_version on referral_name_key (version_id);
create index referral_name_key_key on referral_name_key (key, version_id);
call wall_part('referral_name_key', 'referral_version');

--changeset simpul:027-exclusion splitStatements:false
create table exclusion (
  id uuid primary key,
  owner uuid not null references participant,
  type text not null,
  scope text not null,
  value text not null,
  reason text not null check (reason in ('COLLECTION_ACCOUNT','SETTLEMENT_ACCOUNT','GOVERNMENT','CHARITY','REGULATOR')),
  added_by uuid not null,
  added_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  check ((removed_by is null) = (removed_at is null)),
  unique (id, owner)
);
create unique index exclusion_live on exclusion (owner, value, type, scope) where removed_at is null;
call wall_own('exclusion');
grant update (removed_by, removed_at) on exclusion to simpul_app;
