--liquibase formatted sql

--changeset simpul:006-referral splitStatements:false
-- The reporting entity's own file: never disclosed. What is submitted is a version.
create table referral (
  id uuid primary key,
  owner uuid not null references participant,
  reference text not null,
  status text not null check (status in ('DRAFT','PENDING_APPROVAL','SUBMITTED')),
  submitted_number int,
  -- the entity tag: moves with every act of the owner, and with nothing that the FIU does
  revision bigint not null,
  return_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  unique (owner, reference),
  unique (id, owner)
);
create index referral_newest on referral (owner, id desc);
call wall_own('referral');
grant update (status, submitted_number, revision, return_reason) on referral to simpul_app;

create table referral_member (
  referral_id uuid not null,
  owner uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (owner, referral_id, person_id),
  foreign key (referral_id, owner) references referral (id, owner),
  foreign key (person_id, owner) references person (id, participant_id)
);
call wall_own('referral_member');
grant delete on referral_member to simpul_app;

create table referral_version (
  id uuid primary key,
  owner uuid not null,
  referral_id uuid not null,
  reference text not null,
  number int not null check (number > 0),
  predicate_offence text,
  legal_basis text,
  suspicion_formed_on date,
  urgency text not null check (urgency in ('P1','P2','P3')),
  urgency_ground text,
  narrative text,
  source_grade text,
  information_grade text,
  tlp text not null,
  pap text not null,
  no_media boolean not null,
  statutory_reporter text,
  statutory_due_on date,
  statutory_reference text,
  statutory_status text,
  written_by uuid[] not null,
  handed_over_by uuid,
  approved_by uuid,
  digest text,
  sealed_at timestamptz,
  -- what is submitted has been handed over, and approved by somebody who did not write on it
  check (sealed_at is null or (handed_over_by is not null and approved_by is not null and digest is not null
    and approved_by <> all (written_by) and approved_by <> handed_over_by)),
  foreign key (referral_id, owner) references referral (id, owner),
  unique (owner, referral_id, number),
  unique (id, owner)
);
create index referral_version_newest on referral_version (owner, id desc);
call wall_version('referral_version', 'REFERRAL_VERSION', false);
grant update (predicate_offence, legal_basis, suspicion_formed_on, urgency, urgency_ground, narrative, source_grade,
  information_grade, tlp, pap, no_media, statutory_reporter, statutory_due_on, statutory_reference, statutory_status,
  written_by, handed_over_by, approved_by, digest, sealed_at) on referral_version to simpul_app;

-- A protected subject has its reference here and everything else in protected_subject.
create table referral_subject (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  position int not null,
  kind text not null check (kind in ('NATURAL_PERSON','LEGAL_ENTITY','UNKNOWN')),
  roles text[] not null,
  is_protected boolean not null,
  reference text not null,
  name text,
  age_band text not null,
  remarks text,
  foreign key (version_id, owner) references referral_version (id, owner),
  unique (id, owner),
  unique (owner, version_id, position),
  check (not is_protected or num_nonnulls(name, remarks) = 0)
);
create index referral_subject_version on referral_subject (version_id, position);
call wall_part('referral_subject', 'referral_version');
grant update (kind, roles, is_protected, name, age_band, remarks), delete on referral_subject to simpul_app;

-- In canonical form (room identifier): equal text is the same identifier.
create table referral_identifier (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  subject_id uuid not null,
  type text not null,
  scope text not null,
  value text not null,
  foreign key (version_id, owner) references referral_version (id, owner),
  foreign key (subject_id, owner) references referral_subject (id, owner)
);
create index referral_identifier_version on referral_identifier (version_id);
create index referral_identifier_subject on referral_identifier (subject_id);
create index referral_identifier_value on referral_identifier (value, type, scope);
call wall_part('referral_identifier', 'referral_version');
grant delete on referral_identifier to simpul_app;

create table referral_red_flag (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  typology_version_id uuid not null,
  red_flag_code text not null,
  note text,
  foreign key (version_id, owner) references referral_version (id, owner),
  unique (owner, version_id, typology_version_id, red_flag_code)
);
create index referral_red_flag_version on referral_red_flag (version_id);
call wall_part('referral_red_flag', 'referral_version');
grant delete on referral_red_flag to simpul_app;

-- A party is a canonical identifier, or the reference of a protected subject (type PROTECTED, scope '').
create table referral_transaction (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  booked_on date not null,
  amount numeric(19,4) not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3,5}$'),
  from_type text not null,
  from_scope text not null,
  from_value text not null,
  to_type text not null,
  to_scope text not null,
  to_value text not null,
  channel text,
  remark text,
  foreign key (version_id, owner) references referral_version (id, owner)
);
create index referral_transaction_version on referral_transaction (version_id, id desc);
create index referral_transaction_from on referral_transaction (from_value, from_type, from_scope);
create index referral_transaction_to on referral_transaction (to_value, to_type, to_scope);
call wall_part('referral_transaction', 'referral_version');
grant update (from_type, from_scope, from_value, to_type, to_scope, to_value, channel, remark),
  delete on referral_transaction to simpul_app;

-- What the FIU tells the submitter: receipt, what is missing, the form code at a fixed time. Nothing else, ever.
create table notice (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null,
  kind text not null check (kind in ('RECEIVED','INFORMATION_REQUESTED','FINISHED')),
  form_code text check (form_code in ('COMPLETE','MISSING_FIELD','LATE','NARRATIVE_UNCLEAR')),
  missing text[] not null,
  at timestamptz not null,
  unique (owner, object_owner, object_id, kind, at)
);
create index notice_object on notice (object_id, id desc);
call wall_contribution('notice');
-- the FIU alone tells, and only of what was submitted to it
create policy fiu_tells on notice as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = notice.owner and f.kind = 'FIU')
    and (select true from referral_version v where v.referral_id = notice.object_id and v.owner = notice.object_owner
           and v.sealed_at is not null limit 1));

--changeset simpul:006-protected-subject splitStatements:false
-- Name, identifiers and remarks of a victim or a minor, encrypted by the hub's key; a row of room safeguard.
create table protected_subject (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  subject_id uuid not null,
  ciphertext bytea not null,
  foreign key (version_id, owner) references referral_version (id, owner),
  foreign key (subject_id, owner) references referral_subject (id, owner),
  unique (owner, subject_id)
);
create index protected_subject_version on protected_subject (version_id);
call wall_part('protected_subject', 'referral_version');
grant update (ciphertext), delete on protected_subject to simpul_app;

--changeset simpul:006-import splitStatements:false
-- An import of transactions: rows wait here, committed in chunks, and move to the version in one step, or not at all.
create table import_run (
  id uuid primary key,
  owner uuid not null,
  referral_id uuid not null,
  version_id uuid not null,
  status text not null check (status in ('OPEN','RUNNING','PUBLISHED','FAILED')),
  mapping text not null,
  failure text,
  rows_read bigint not null,
  rows_failed bigint not null,
  started_by uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  foreign key (version_id, owner) references referral_version (id, owner),
  unique (id, owner)
);
create index import_run_referral on import_run (owner, referral_id, id desc);
call wall_own('import_run');
grant update (status, failure, rows_read, rows_failed, finished_at) on import_run to simpul_app;

create table import_row (
  id uuid primary key,
  owner uuid not null,
  run_id uuid not null,
  booked_on date not null,
  amount numeric(19,4) not null,
  currency text not null,
  from_type text not null,
  from_scope text not null,
  from_value text not null,
  to_type text not null,
  to_scope text not null,
  to_value text not null,
  channel text,
  remark text,
  foreign key (run_id, owner) references import_run (id, owner)
);
create index import_row_run on import_row (run_id);
call wall_own('import_row');
grant delete on import_row to simpul_app;

create table import_error (
  id uuid primary key,
  owner uuid not null,
  run_id uuid not null,
  row_number bigint not null,
  field text not null,
  code text not null,
  foreign key (run_id, owner) references import_run (id, owner)
);
create index import_error_run on import_error (run_id, id);
call wall_own('import_error');
