--liquibase formatted sql

--changeset simpul:023-hold-basis splitStatements:false
alter table legal_basis drop constraint legal_basis_uses_check;
alter table legal_basis add constraint legal_basis_uses_check
  check (cardinality(uses) > 0 and uses <@ array['REFERRAL','DISSEMINATION','HOLD']);
create policy upkeep on legal_basis to simpul_owner using (true) with check (true);
insert into legal_basis (id, code, title_id, title_en, source, uses, status, proposed_at)
values
  (uuidv7(), 'UU_8_2010_ART_26', 'Penundaan transaksi oleh penyedia jasa keuangan', 'Postponement of a transaction by a provider of financial services',
   'UU 8/2010 Pasal 26', array['HOLD'], 'APPROVED', now()),
  (uuidv7(), 'UU_8_2010_ART_65', 'Penghentian sementara transaksi atas permintaan PPATK', 'Temporary halt of transactions at the request of the FIU',
   'UU 8/2010 Pasal 65-67', array['HOLD'], 'APPROVED', now()),
  (uuidv7(), 'UU_8_2010_ART_70', 'Penundaan transaksi atas perintah penegak hukum', 'Postponement of a transaction by order of law enforcement',
   'UU 8/2010 Pasal 70', array['HOLD'], 'APPROVED', now()),
  (uuidv7(), 'UU_8_2010_ART_71', 'Pemblokiran atas perintah penegak hukum', 'Blocking by order of law enforcement',
   'UU 8/2010 Pasal 71', array['HOLD'], 'APPROVED', now());
update legal_basis set uses = uses || array['HOLD'] where code in ('UU_8_2010_ART_44');
drop policy upkeep on legal_basis;

--changeset simpul:023-hold splitStatements:false
alter table disclosure drop constraint disclosure_object_kind_check;
alter table disclosure add constraint disclosure_object_kind_check
  check (object_kind in ('REFERRAL_VERSION','TYPOLOGY_VERSION','DISSEMINATION_VERSION','HOLD_VERSION'));

-- What may be done with the money in some accounts of one institution, and until when. The file of whoever asked for it:
-- the other side sees its versions alone.
create table hold (
  id uuid primary key,
  owner uuid not null references participant,
  -- to whom its versions are disclosed
  counterparty uuid not null references participant,
  kind text not null check (kind in ('POSTPONEMENT','HALT_REQUEST','INVESTIGATOR_ORDER','KEEP_OPEN')),
  status text not null check (status in ('DRAFT','PENDING_APPROVAL','REQUESTED','EXECUTED','EXTENDED','RELEASED','EXPIRED',
    'REFUSED','CANCELLED')),
  revision bigint not null,
  return_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  ends_at timestamptz,
  executed_at timestamptz,
  warned_at timestamptz,
  -- when its clock has something to say; null when nothing is awaited
  look_at timestamptz,
  unique (id, owner)
);
create index hold_newest on hold (owner, id desc);
create index hold_due on hold (look_at) where look_at is not null;
call wall_own('hold');
grant update (counterparty, status, revision, return_reason, ends_at, executed_at, warned_at, look_at) on hold to simpul_app;
create policy waiting on hold for select to simpul_clock using (look_at is not null);
grant select (owner, look_at) on hold to simpul_clock;
-- each kind has one kind of author
create policy by_its_author on hold as restrictive for insert to simpul_app
  with check ((select true from participant p where p.id = hold.owner and case hold.kind
    when 'POSTPONEMENT' then p.kind = 'REPORTING_ENTITY'
    when 'HALT_REQUEST' then p.kind = 'FIU'
    when 'INVESTIGATOR_ORDER' then p.kind = 'LAW_ENFORCEMENT'
    else p.kind in ('FIU','LAW_ENFORCEMENT') end));

create table hold_version (
  id uuid primary key,
  owner uuid not null,
  hold_id uuid not null,
  number int not null check (number > 0),
  step text not null check (step in ('REQUEST','EXTENSION','RELEASE')),
  reference text not null,
  kind text not null,
  measure text not null check (measure in ('STOP_ALL','STOP_OUTGOING','KEEP_OPEN','KEEP_OPEN_AND_WATCH')),
  ground text not null check (ground in ('SUSPECTED_PROCEEDS','ACCOUNT_FOR_PROCEEDS','FALSE_DOCUMENTS','SUSPECTED_OFFENCE')),
  legal_basis text not null,
  -- the record or letter that it stands on
  official_reference text not null,
  official_date date not null,
  -- whose accounts they are
  institution uuid not null references participant,
  working_days int not null check (working_days >= 0),
  starts_at timestamptz,
  ends_at timestamptz,
  amount numeric(19,4) check (amount >= 0),
  currency text,
  recorded boolean not null,
  written_by uuid[] not null check (cardinality(written_by) > 0),
  approved_by uuid,
  digest text,
  sealed_at timestamptz,
  foreign key (hold_id, owner) references hold (id, owner),
  unique (owner, hold_id, number),
  unique (id, owner),
  check ((amount is null) = (currency is null)),
  check (sealed_at is null or num_nonnulls(starts_at, ends_at, digest) = 3),
  -- a second person, but for what an agency only records
  constraint hold_version_approved check (sealed_at is null or case when recorded then approved_by is null
    else approved_by is not null and approved_by <> all (written_by) end)
);
create index hold_version_newest on hold_version (owner, id desc);
create index hold_version_hold on hold_version (hold_id, number);
-- a letter asks one institution: its number in two of them would tell each that there is another
create unique index hold_version_letter on hold_version (owner, official_reference)
  where step = 'REQUEST' and sealed_at is not null;
-- one open step at a time
create unique index hold_version_open on hold_version (owner, hold_id) where sealed_at is null;
call wall_version('hold_version', 'HOLD_VERSION', false);
grant delete on hold_version to simpul_app;
grant update (measure, ground, legal_basis, official_reference, official_date, institution, starts_at, ends_at, amount,
  currency, written_by, approved_by, digest, sealed_at) on hold_version to simpul_app;
create policy recorded_by_agencies on hold_version as restrictive for insert to simpul_app
  with check (recorded = ((select p.kind from participant p where p.id = hold_version.owner) = 'LAW_ENFORCEMENT'));
-- what is asked of an institution goes to that institution, and what one tells goes to the FIU
create policy hold_to_its_counterparty on disclosure as restrictive for insert to simpul_app
  with check (object_kind <> 'HOLD_VERSION' or (select true from hold_version v join hold h on h.id = v.hold_id
    where v.id = object_id and h.counterparty = to_participant));

create table hold_account (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  position int not null,
  type text not null check (type in ('IBAN','BANK_ACCOUNT','E_WALLET','CRYPTO_ADDRESS','MERCHANT_ID')),
  scope text not null,
  value text not null,
  foreign key (version_id, owner) references hold_version (id, owner),
  unique (owner, version_id, position)
);
create index hold_account_version on hold_account (version_id, position);
create index hold_account_value on hold_account (value, type, scope);
call wall_part('hold_account', 'hold_version');
grant delete on hold_account to simpul_app;

-- Where the reason came from: nobody but who asks ever reads it.
create table hold_origin (
  owner uuid not null,
  hold_id uuid not null,
  kind text not null check (kind in ('INTAKE','CASE','HOLD')),
  object_id uuid not null,
  primary key (owner, hold_id, kind, object_id),
  foreign key (hold_id, owner) references hold (id, owner)
);
call wall_own('hold_origin');
grant delete on hold_origin to simpul_app;

-- What the institution did: its own row, seen by it and by who asked.
create table hold_answer (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null,
  kind text not null check (kind in ('EXECUTED','REFUSED','RELEASED')),
  done_at timestamptz not null,
  amount numeric(19,4) check (amount >= 0),
  currency text,
  reference text not null,
  reason text check (reason in ('ACCOUNT_UNKNOWN','ACCOUNT_CLOSED','NO_BALANCE','FORM_DEFECT')),
  written_by uuid not null,
  at timestamptz not null,
  unique (owner, object_id, kind),
  check ((amount is null) = (currency is null)),
  check ((kind = 'REFUSED') = (reason is not null))
);
-- what was asked is executed or refused, once
create unique index hold_answer_once on hold_answer (owner, object_id) where kind <> 'RELEASED';
create index hold_answer_object on hold_answer (object_id, id);
call wall_contribution('hold_answer');
-- answered is what asks of one's own accounts, under the owner that it has
create policy answers_what_it_received on hold_answer as restrictive for insert to simpul_app
  with check ((select true from hold_version v where v.hold_id = hold_answer.object_id and v.number = 1
    and v.owner = hold_answer.object_owner and v.institution = hold_answer.owner and v.owner <> hold_answer.owner
    and v.sealed_at is not null));
