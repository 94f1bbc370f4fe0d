--liquibase formatted sql

--changeset simpul:017-legal-basis splitStatements:false
-- The laws under which members share: one list for the installation, which the FIU keeps. It has no owner; what it knows
-- beyond what is in force, its proposals, is the FIU's to see.
create table legal_basis (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9_]{2,63}$'),
  title_id text not null,
  title_en text not null,
  source text not null,
  uses text[] not null check (cardinality(uses) > 0 and uses <@ array['REFERRAL','DISSEMINATION']),
  status text not null check (status in ('PROPOSED','APPROVED','DECLINED','RETIRED')),
  -- null for those that came with the installation
  proposed_by uuid,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  retirement_proposed_by uuid,
  -- two persons put it into force, and two take it out
  check (status = 'RETIRED' or decided_by is distinct from proposed_by or decided_by is null),
  check (status <> 'RETIRED' or coalesce(decided_by <> retirement_proposed_by, false))
);
insert into legal_basis (id, code, title_id, title_en, source, uses, status, proposed_at)
values
  (uuidv7(), 'UU_8_2010_ART_23', 'Laporan penyedia jasa keuangan', 'Reports of providers of financial services',
   'UU 8/2010 Pasal 23', array['REFERRAL'], 'APPROVED', now()),
  (uuidv7(), 'UU_8_2010_ART_27', 'Laporan penyedia barang dan/atau jasa lain', 'Reports of other providers of goods and services',
   'UU 8/2010 Pasal 27', array['REFERRAL'], 'APPROVED', now()),
  (uuidv7(), 'UU_8_2010_ART_44', 'Penerusan hasil analisis atau pemeriksaan kepada penyidik', 'Results of analysis or examination go to investigators',
   'UU 8/2010 Pasal 44', array['DISSEMINATION'], 'APPROVED', now()),
  (uuidv7(), 'UU_8_2010_ART_64', 'Penyerahan hasil pemeriksaan kepada penyidik', 'Results of an examination are handed to investigators',
   'UU 8/2010 Pasal 64', array['DISSEMINATION'], 'APPROVED', now()),
  (uuidv7(), 'UU_8_2010_ART_90', 'Pertukaran informasi dengan instansi dalam negeri', 'Information is exchanged with domestic authorities',
   'UU 8/2010 Pasal 90', array['DISSEMINATION'], 'APPROVED', now());
alter table legal_basis enable row level security;
alter table legal_basis force row level security;
grant select, insert on legal_basis to simpul_app;
grant update (title_id, title_en, source, uses, status, proposed_by, proposed_at, decided_by, decided_at,
  retirement_proposed_by) on legal_basis to simpul_app;
-- a retired one still explains what was sealed under it
create policy see on legal_basis for select to simpul_app
  using (status in ('APPROVED','RETIRED')
    or (select true from participant f where f.kind = 'FIU'
          and f.id = (select nullif(current_setting('simpul.participant', true), '')::uuid)));
create policy add on legal_basis for insert to simpul_app
  with check (status = 'PROPOSED' and (select true from participant f where f.kind = 'FIU'
          and f.id = (select nullif(current_setting('simpul.participant', true), '')::uuid)));
create policy chg on legal_basis for update to simpul_app
  using ((select true from participant f where f.kind = 'FIU'
          and f.id = (select nullif(current_setting('simpul.participant', true), '')::uuid)))
  with check ((select true from participant f where f.kind = 'FIU'
          and f.id = (select nullif(current_setting('simpul.participant', true), '')::uuid)));

--changeset simpul:017-holdings splitStatements:false
-- What stands in for attachments, which the hub never takes: documents named, and what the institution holds and may
-- overwrite. A hash is that of a document; no other row has room for one.
create table referral_document (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  position int not null,
  kind text not null check (kind in ('KYC_FORM','ACCOUNT_OPENING','STATEMENT','TRANSFER_SLIP','CORRESPONDENCE',
    'GOAML_ATTACHMENT','OTHER')),
  number text,
  issued_on date,
  issuer text,
  holder text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  goaml_reference text,
  foreign key (version_id, owner) references referral_version (id, owner),
  unique (owner, version_id, position)
);
create index referral_document_version on referral_document (version_id, position);
call wall_part('referral_document', 'referral_version');
grant delete on referral_document to simpul_app;

-- The reference stays the same from version to version: what the FIU asks to be kept is named by it.
create table referral_held_item (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  position int not null,
  reference text not null,
  kind text not null check (kind in ('KYC','CCTV','DEVICE_LOG','CHAT_LOG','ACCESS_LOG','CALL_RECORDING','OTHER')),
  description text not null,
  period_from date,
  period_to date check (period_to >= period_from),
  overwritten_on date,
  foreign key (version_id, owner) references referral_version (id, owner),
  unique (owner, version_id, position),
  unique (owner, version_id, reference)
);
create index referral_held_item_version on referral_held_item (version_id, position);
create index referral_held_item_overwritten on referral_held_item (owner, overwritten_on);
call wall_part('referral_held_item', 'referral_version');
grant delete on referral_held_item to simpul_app;

--changeset simpul:017-preservation splitStatements:false
-- The FIU asks to keep; nothing here tells why, or what it does with the referral.
create table preservation_request (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  items text[] not null check (cardinality(items) > 0),
  keep_until date not null,
  at timestamptz not null,
  unique (id, owner)
);
create index preservation_request_object on preservation_request (object_owner, object_id, id desc);
call wall_contribution('preservation_request');
-- the FIU alone asks, and only of what was submitted to it
create policy fiu_asks on preservation_request as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = preservation_request.owner and f.kind = 'FIU')
    and (select true from referral_version v where v.referral_id = preservation_request.object_id
           and v.owner = preservation_request.object_owner and v.sealed_at is not null limit 1));
-- between the people of the institution, as the referral that it is about
create policy with_its_referral on preservation_request as restrictive to simpul_app
  using (object_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from referral r where r.id = preservation_request.object_id));

-- The institution's answer to one item of it; of several the last one counts.
create table preservation_answer (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null,
  item_reference text not null,
  answer text not null check (answer in ('PRESERVED','ALREADY_OVERWRITTEN','NOT_HELD')),
  kept_until date,
  at timestamptz not null,
  check ((answer = 'PRESERVED') = (kept_until is not null)),
  foreign key (object_id, object_owner) references preservation_request (id, owner)
);
create index preservation_answer_object on preservation_answer (object_id, id);
call wall_contribution('preservation_answer');
-- whoever was asked answers, for what it was asked
create policy asked on preservation_answer as restrictive for insert to simpul_app
  with check ((select true from preservation_request q where q.id = preservation_answer.object_id
      and q.owner = preservation_answer.object_owner and q.object_owner = preservation_answer.owner
      and preservation_answer.item_reference = any (q.items)));
create policy with_its_request on preservation_answer as restrictive to simpul_app
  using ((select true from preservation_request q where q.id = preservation_answer.object_id));

--changeset simpul:017-reminder splitStatements:false
-- That the institution was reminded of something on a day: once, by whichever hub looks first.
create table referral_reminder (
  owner uuid not null,
  referral_id uuid not null,
  reason text not null check (reason in ('STATUTORY_OVERDUE','APPROVAL_PENDING','HELD_ITEM_OVERWRITTEN_SOON')),
  day date not null,
  primary key (owner, referral_id, reason, day),
  foreign key (referral_id, owner) references referral (id, owner)
);
call wall_own('referral_reminder');
create policy with_its_referral on referral_reminder as restrictive to simpul_app
  using ((select true from referral r where r.id = referral_reminder.referral_id));
create index referral_version_statutory on referral_version (owner, statutory_due_on) where statutory_status = 'PENDING';

--changeset simpul:017-quality splitStatements:false
-- How useful a referral was: the FIU's own thought, and never told of one referral.
create table intake_usefulness (
  owner uuid not null,
  intake_id uuid not null,
  usefulness text not null check (usefulness in ('HIGH','MEDIUM','LOW','NONE')),
  graded_by uuid not null,
  graded_at timestamptz not null,
  primary key (owner, intake_id),
  foreign key (intake_id, owner) references intake (id, owner)
);
call wall_own('intake_usefulness');
grant update (usefulness, graded_by, graded_at) on intake_usefulness to simpul_app;
create index intake_finished on intake (owner, finished_at) where finished_at is not null;

-- What one institution is told once a quarter, in shares of a whole hundred rounded to five; object_id is the
-- institution. Nobody changes it.
create table quality_report (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  referrals text not null,
  complete int not null,
  missing_field int not null,
  late int not null,
  narrative_unclear int not null,
  useful_high int,
  useful_medium int,
  useful_low int,
  useful_none int,
  at timestamptz not null,
  check (object_id = object_owner),
  check (num_nulls(useful_high, useful_medium, useful_low, useful_none) in (0, 4)),
  unique (owner, object_owner, quarter)
);
create index quality_report_newest on quality_report (object_owner, id desc);
call wall_contribution('quality_report');
create policy fiu_reports on quality_report as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = quality_report.owner and f.kind = 'FIU'));
