--liquibase formatted sql

--changeset simpul:007-intake splitStatements:false
-- What the FIU does with a referral that came in. Its own thought: seen by the FIU alone, never disclosed, and never in
-- the referral itself. The rows of the submission stay with their owner; ids name them, no foreign key across owners.
create table intake (
  id uuid primary key,
  owner uuid not null references participant,
  referral_id uuid not null,
  referral_owner uuid not null references participant,
  version_id uuid not null,
  version_number int not null,
  reference text not null,
  urgency text not null check (urgency in ('P1','P2','P3')),
  status text not null check (status in ('RECEIVED','IN_TRIAGE','REJECTED_INVALID','INFORMATION_REQUESTED','NOT_ACCEPTED',
    'UNDER_ANALYSIS','RETAINED','DISSEMINATED','CLOSED')),
  reason text,
  form_code text not null check (form_code in ('COMPLETE','MISSING_FIELD','LATE','NARRATIVE_UNCLEAR')),
  received_at timestamptz not null,
  acknowledge_by timestamptz,
  due_at timestamptz not null,
  finished_at timestamptz,
  revision bigint not null,
  unique (owner, referral_id),
  unique (id, owner)
);
create index intake_queue on intake (owner, urgency, due_at, id)
  where status in ('RECEIVED','IN_TRIAGE','INFORMATION_REQUESTED');
create index intake_status on intake (owner, status, urgency, due_at, id);
-- whose FINISHED notice is still to be written
create index intake_unfinished on intake (owner, received_at) where finished_at is null;
call wall_own('intake');
grant update (version_id, version_number, urgency, status, reason, form_code, acknowledge_by, due_at, finished_at, revision)
  on intake to simpul_app;

create table case_file (
  id uuid primary key,
  owner uuid not null references participant,
  reference text not null,
  title text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  revision bigint not null,
  unique (owner, reference),
  unique (id, owner)
);
create index case_file_newest on case_file (owner, id desc);
call wall_own('case_file');
grant update (revision) on case_file to simpul_app;

create table case_member (
  case_id uuid not null,
  owner uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (owner, case_id, person_id),
  foreign key (case_id, owner) references case_file (id, owner),
  foreign key (person_id, owner) references person (id, participant_id)
);
call wall_own('case_member');

create table case_intake (
  case_id uuid not null,
  owner uuid not null,
  intake_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (owner, case_id, intake_id),
  foreign key (case_id, owner) references case_file (id, owner),
  foreign key (intake_id, owner) references intake (id, owner)
);
create index case_intake_intake on case_intake (owner, intake_id);
call wall_own('case_intake');

--changeset simpul:007-dissemination splitStatements:false
-- The FIU's file of a dissemination: its case, and how far it is. Recipients see the version alone.
create table dissemination (
  id uuid primary key,
  owner uuid not null references participant,
  case_id uuid not null,
  status text not null check (status in ('DRAFT','PENDING_APPROVAL','DISSEMINATED')),
  return_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  foreign key (case_id, owner) references case_file (id, owner),
  unique (id, owner)
);
create index dissemination_case on dissemination (owner, case_id);
call wall_own('dissemination');
grant update (status, return_reason) on dissemination to simpul_app;

create table dissemination_version (
  id uuid primary key,
  owner uuid not null,
  dissemination_id uuid not null,
  number int not null check (number > 0),
  reference text not null,
  product text not null check (product in ('HA','HP','INFORMASI')),
  letter_number text not null,
  letter_date date not null,
  title text not null,
  narrative text not null,
  predicate_offence text not null,
  legal_basis text not null,
  purpose text not null,
  -- evidence is obtained by the agency's own written request
  intelligence_only boolean not null check (intelligence_only),
  caveats text,
  tlp text not null check (tlp in ('TLP:RED','TLP:AMBER+STRICT','TLP:AMBER','TLP:GREEN','TLP:CLEAR')),
  pap text not null check (pap in ('PAP:RED','PAP:AMBER','PAP:GREEN','PAP:CLEAR')),
  written_by uuid[] not null,
  revision bigint not null,
  approved_by uuid,
  digest text,
  sealed_at timestamptz,
  -- what is sealed has been handed over, and approved by somebody who did not write on it
  check (sealed_at is null or (approved_by is not null and digest is not null and approved_by <> all (written_by))),
  foreign key (dissemination_id, owner) references dissemination (id, owner),
  unique (owner, dissemination_id, number),
  unique (owner, reference, number),
  unique (id, owner)
);
create index dissemination_version_newest on dissemination_version (owner, id desc);
call wall_version('dissemination_version', 'DISSEMINATION_VERSION', false);
grant update (product, letter_number, letter_date, title, narrative, predicate_offence, legal_basis, purpose, caveats, tlp,
  pap, written_by, revision, approved_by, digest, sealed_at) on dissemination_version to simpul_app;

-- A protected subject is its reference, its roles and its age band.
create table dissemination_subject (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  position int not null,
  kind text not null check (kind in ('NATURAL_PERSON','LEGAL_ENTITY','UNKNOWN')),
  roles text[] not null,
  is_protected boolean not null,
  reference text not null,
  name text,
  age_band text,
  foreign key (version_id, owner) references dissemination_version (id, owner),
  unique (id, owner),
  check (not is_protected or name is null)
);
create index dissemination_subject_version on dissemination_subject (version_id, position);
call wall_part('dissemination_subject', 'dissemination_version');
grant delete on dissemination_subject to simpul_app;

create table dissemination_identifier (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  subject_id uuid,
  type text not null,
  scope text not null,
  value text not null,
  foreign key (version_id, owner) references dissemination_version (id, owner),
  foreign key (subject_id, owner) references dissemination_subject (id, owner)
);
create index dissemination_identifier_version on dissemination_identifier (version_id);
create index dissemination_identifier_subject on dissemination_identifier (subject_id);
create index dissemination_identifier_value on dissemination_identifier (value, type, scope);
call wall_part('dissemination_identifier', 'dissemination_version');
grant delete on dissemination_identifier to simpul_app;

create table dissemination_transaction (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  booked_on date not null,
  amount numeric(19,4) not null check (amount >= 0),
  currency text not null,
  from_type text not null,
  from_scope text not null,
  from_value text not null,
  to_type text not null,
  to_scope text not null,
  to_value text not null,
  channel text,
  remark text,
  foreign key (version_id, owner) references dissemination_version (id, owner)
);
create index dissemination_transaction_version on dissemination_transaction (version_id, id);
create index dissemination_transaction_from on dissemination_transaction (from_value, from_type, from_scope);
create index dissemination_transaction_to on dissemination_transaction (to_value, to_type, to_scope);
call wall_part('dissemination_transaction', 'dissemination_version');
grant delete on dissemination_transaction to simpul_app;

-- A row of a version that its owner alone sees; like every part, it is written only while the version is open.
create procedure wall_own_part(p_table regclass, p_version regclass) language plpgsql as $$
begin
  call wall_own(p_table);
  execute format('create trigger open_insert after insert on %s referencing new table as touched for each statement execute function refuse_sealed_part(%L)', p_table, p_version::text);
  execute format('create trigger open_update after update on %s referencing new table as touched for each statement execute function refuse_sealed_part(%L)', p_table, p_version::text);
  execute format('create trigger open_delete after delete on %s referencing old table as touched for each statement execute function refuse_sealed_part(%L)', p_table, p_version::text);
end $$;

-- Which row of which submission each copied row came from: the FIU alone reads it, so that no recipient learns that a
-- report was made, or by whom.
create table dissemination_origin (
  row_id uuid not null,
  owner uuid not null,
  version_id uuid not null,
  row_kind text not null check (row_kind in ('SUBJECT','IDENTIFIER','TRANSACTION')),
  intake_id uuid not null,
  source_version_id uuid not null,
  source_row_id uuid not null,
  primary key (owner, row_id),
  foreign key (version_id, owner) references dissemination_version (id, owner),
  foreign key (intake_id, owner) references intake (id, owner)
);
create index dissemination_origin_version on dissemination_origin (owner, version_id);
call wall_own_part('dissemination_origin', 'dissemination_version');
grant delete on dissemination_origin to simpul_app;

-- The chosen audience, before it is disclosed to: agencies, or named persons of theirs. No recipient reads it.
create table dissemination_recipient (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  participant_id uuid not null references participant,
  person_id uuid,
  login text,
  foreign key (version_id, owner) references dissemination_version (id, owner),
  check ((person_id is null) = (login is null)),
  unique nulls not distinct (owner, version_id, participant_id, person_id)
);
call wall_own_part('dissemination_recipient', 'dissemination_version');
grant delete on dissemination_recipient to simpul_app;

-- What an agency answers: its own row, seen by it and by the FIU, by no other recipient.
create table dissemination_response (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null,
  kind text not null check (kind in ('ACKNOWLEDGEMENT','OUTCOME')),
  outcome text check (outcome in ('CHILD_SAFEGUARDED','VICTIM_SUPPORT_REFERRED','ACCOUNT_RESTORED','ARREST','CHARGE',
    'CONVICTION','ASSET_RESTRAINT','INTELLIGENCE_VALUE','DUPLICATE','FALSE_POSITIVE','INSUFFICIENT','PENDING')),
  child_count_band text check (child_count_band in ('ONE','TWO_TO_FIVE','MORE_THAN_FIVE')),
  note text,
  written_by uuid not null,
  at timestamptz not null,
  check ((kind = 'OUTCOME') = (outcome is not null)),
  check (child_count_band is null or outcome = 'CHILD_SAFEGUARDED')
);
create unique index dissemination_response_once on dissemination_response (owner, object_id) where kind = 'ACKNOWLEDGEMENT';
create index dissemination_response_object on dissemination_response (object_id, id desc);
call wall_contribution('dissemination_response');
-- answered is what one received, under the owner that it has
create policy names_dissemination on dissemination_response as restrictive for insert to simpul_app
  with check ((select true from dissemination_version v
    where v.id = object_id and v.owner = object_owner and v.sealed_at is not null));

--changeset simpul:007-person-of splitStatements:false
-- SECURITY DEFINER, one of the few: people are read by their own institution alone, and TLP:RED names persons of another.
-- Answers nothing but one active person's id, to the FIU alone, for an admitted agency and an exact login.
create function simpul_person_of(p_alias text, p_login text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select (array_agg(n.id))[1]
  from public.person n
  join public.participant p on p.id = n.participant_id
  where p.alias = p_alias and p.kind = 'LAW_ENFORCEMENT' and p.status = 'ADMITTED'
    and n.login = p_login and n.status = 'ACTIVE'
    and exists (select 1 from public.participant f where f.kind = 'FIU' and f.status = 'ADMITTED'
                and f.id = nullif(current_setting('simpul.participant', true), '')::uuid)
  having count(*) = 1
$$;
revoke all on function simpul_person_of(text, text) from public;
grant execute on function simpul_person_of(text, text) to simpul_app;
