--liquibase formatted sql

--changeset simpul:030-inquiry-kinds splitStatements:false
-- Each list is taken as it stands, with what is new behind it.
do $$
declare
  uses text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'legal_basis_uses_check');
  kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'disclosure_object_kind_check');
begin
  alter table legal_basis drop constraint legal_basis_uses_check;
  execute 'alter table legal_basis add constraint legal_basis_uses_check '
    || replace(uses, '''HOLD''::text', '''HOLD''::text, ''RFI''::text');
  alter table disclosure drop constraint disclosure_object_kind_check;
  execute 'alter table disclosure add constraint disclosure_object_kind_check '
    || replace(kinds, '''HOLD_VERSION''::text', '''HOLD_VERSION''::text, ''RFI_VERSION''::text, ''RFI_ANSWER''::text');
end $$;
create policy upkeep on legal_basis to simpul_owner using (true) with check (true);
insert into legal_basis (id, code, title_id, title_en, source, uses, status, proposed_at)
values
  (uuidv7(), 'UU_8_2010_ART_41', 'Permintaan data dan informasi oleh PPATK', 'Requests for data and information by the FIU',
   'UU 8/2010 Pasal 41', array['RFI'], 'APPROVED', now());
update legal_basis set uses = uses || array['RFI'] where code in ('UU_8_2010_ART_44', 'UU_8_2010_ART_90');
drop policy upkeep on legal_basis;

--changeset simpul:030-rfi splitStatements:false
-- A request for information: the file of whoever asks. Whoever is asked never sees it, but a thread of its own.
create table rfi (
  id uuid primary key,
  owner uuid not null references participant,
  status text not null check (status in ('DRAFT','PENDING_APPROVAL','ISSUED','CLOSED','CANCELLED','EXPIRED')),
  revision bigint not null,
  return_reason text,
  purpose text not null,
  predicate_offence text not null,
  legal_basis text not null,
  case_id uuid,
  matter text,
  -- of what crosses a border: the reference of the Egmont channel
  egmont_reference text,
  question jsonb not null,
  preserve boolean not null,
  urgent boolean not null,
  answer_by timestamptz,
  tlp text not null,
  pap text not null,
  scope jsonb,
  written_by uuid[] not null check (cardinality(written_by) > 0),
  approved_by uuid,
  -- a P1 that one person issued, and a second reviews
  alone_act_id uuid,
  digest text,
  created_at timestamptz not null,
  issued_at timestamptz,
  closed_at timestamptz,
  -- how many said that they have nothing; all that is left of them once it is over
  nil_returns int check (nil_returns >= 0),
  -- when its clock has something to do
  look_at timestamptz,
  foreign key (case_id, owner) references case_file (id, owner),
  unique (id, owner),
  -- the FIU out of a case, an agency under a matter, a foreign FIU with its reference
  check (num_nonnulls(case_id, matter) = 1 or num_nonnulls(case_id, matter) = 0 and egmont_reference is not null),
  check (matter is null or egmont_reference is null),
  check ((case_id is null) = (scope is null)),
  check (case_id is null or (scope ->> 'kind' = 'FOREIGN_FIU') = (egmont_reference is not null)),
  -- a second person, or an act alone
  constraint rfi_approved check (status in ('DRAFT','PENDING_APPROVAL','CANCELLED')
    or digest is not null and issued_at is not null and case when alone_act_id is null
      then approved_by is not null and approved_by <> all (written_by) else approved_by is null end),
  constraint rfi_alone check (alone_act_id is null or urgent and issued_at is not null),
  unique (owner, alone_act_id),
  -- where both are purged, the act goes first
  foreign key (owner, alone_act_id, id) references alone_act (owner, id, object_id) deferrable initially deferred,
  check ((status in ('CLOSED','EXPIRED')) = (closed_at is not null and nil_returns is not null))
);
create index rfi_newest on rfi (owner, id desc);
create index rfi_due on rfi (look_at) where look_at is not null;
call wall_own('rfi');
grant update (status, revision, return_reason, purpose, predicate_offence, legal_basis, case_id, egmont_reference, question,
  preserve, urgent, answer_by, tlp, pap, scope, written_by, approved_by, alone_act_id, digest, issued_at, closed_at, nil_returns, look_at) on rfi to simpul_app;
create policy waiting on rfi for select to simpul_clock using (look_at is not null);
grant select (id, owner, status, look_at) on rfi to simpul_clock;
create policy by_its_asker on rfi as restrictive for insert to simpul_app
  with check ((select true from participant p where p.id = rfi.owner
    and p.kind = case when rfi.case_id is not null then 'FIU' when rfi.matter is not null then 'LAW_ENFORCEMENT'
      else 'FOREIGN_FIU' end));
create function refuse_issued_rfi() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{status,revision,closed_at,nil_returns,look_at}'::text[])
       is distinct from (to_jsonb(old) - '{status,revision,closed_at,nil_returns,look_at}'::text[])
     or old.status in ('CLOSED','EXPIRED') and new.status is distinct from old.status then
    raise exception 'what was asked does not change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger issued_rfi before update on rfi for each row when (old.issued_at is not null)
  execute function refuse_issued_rfi();

-- Whom it was asked of, under which thread: the asker's own.
create table rfi_recipient (
  owner uuid not null,
  rfi_id uuid not null,
  thread_id uuid not null,
  recipient uuid not null references participant,
  due_at timestamptz not null,
  -- what its clock says next, and when
  stage text not null check (stage in ('WARN','PASS','ESCALATE')),
  look_at timestamptz,
  primary key (owner, rfi_id, thread_id),
  unique (owner, thread_id),
  unique (owner, rfi_id, recipient),
  foreign key (rfi_id, owner) references rfi (id, owner)
);
create index rfi_recipient_due on rfi_recipient (look_at) where look_at is not null;
call wall_own('rfi_recipient');
grant update (due_at, stage, look_at) on rfi_recipient to simpul_app;
create policy kept on rfi_recipient for select to simpul_clock using (true);
grant select (owner, rfi_id, thread_id, look_at) on rfi_recipient to simpul_clock;

-- What one of them reads: a version for it alone, whose id and reference tell nothing of the others'.
create table rfi_version (
  id uuid primary key,
  owner uuid not null references participant,
  recipient uuid not null references participant,
  reference text not null,
  purpose text not null,
  predicate_offence text not null,
  legal_basis text not null,
  -- an agency's, for the FIU to judge by
  matter text,
  egmont_reference text,
  question jsonb not null,
  preserve boolean not null,
  urgent boolean not null,
  tlp text not null,
  pap text not null,
  due_at timestamptz not null,
  sealed_at timestamptz not null,
  unique (id, owner),
  check (owner <> recipient)
);
create index rfi_version_newest on rfi_version (owner, sealed_at desc, id desc);
create index rfi_version_recipient on rfi_version (recipient, sealed_at desc, id desc);
call wall_version('rfi_version', 'RFI_VERSION', false);
-- of what a second person has approved, to one of its recipients; nobody behind the FIU is named in it
create policy of_an_issued_rfi on rfi_version as restrictive for insert to simpul_app
  with check ((select true from rfi_recipient t join rfi r on r.id = t.rfi_id
    where t.thread_id = rfi_version.id and t.recipient = rfi_version.recipient and r.status = 'ISSUED'
      and r.matter is not distinct from rfi_version.matter
      and r.egmont_reference is not distinct from rfi_version.egmont_reference));
create policy rfi_on_its_route on disclosure as restrictive for insert to simpul_app
  with check (object_kind <> 'RFI_VERSION' or (select true from rfi_version v
    join participant asker on asker.id = v.owner join participant asked on asked.id = v.recipient
    where v.id = object_id and v.recipient = to_participant
      and (asker.kind, asked.kind, v.egmont_reference is not null) in (('FIU', 'REPORTING_ENTITY', false),
        ('LAW_ENFORCEMENT', 'FIU', false), ('FIU', 'FOREIGN_FIU', true), ('FOREIGN_FIU', 'FIU', true))));

-- What either side said on a thread: its own row, read by the other one.
create table rfi_step (
  id uuid primary key,
  owner uuid not null references participant,
  recipient uuid not null references participant,
  thread_id uuid not null,
  thread_owner uuid not null,
  kind text not null check (kind in ('ACKNOWLEDGE','ASK_CLARIFICATION','ASK_EXTENSION','ANSWER','ANSWER_PARTLY','ANSWER_NIL',
    'REFUSE','FILE_REPORT','CLARIFY','GRANT_EXTENSION','DECLINE_EXTENSION','PASS_DEADLINE','REPORT_USE','ASK_REPORT','CLOSE')),
  text text,
  until timestamptz,
  refusal text check (refusal in ('NO_LEGAL_BASIS','DISPROPORTIONATE','PREJUDICE')),
  used text,
  letter_number text,
  letter_date date,
  at timestamptz not null,
  check (owner <> recipient and thread_owner in (owner, recipient)),
  constraint rfi_step_of_its_side check ((owner = thread_owner) = (kind in ('CLARIFY','GRANT_EXTENSION','DECLINE_EXTENSION',
    'PASS_DEADLINE','REPORT_USE','ASK_REPORT','CLOSE'))),
  check ((kind = 'REFUSE') = (refusal is not null)),
  check ((kind = 'REPORT_USE') = (used is not null))
);
create index rfi_step_thread on rfi_step (thread_id, id);
call wall_rls('rfi_step');
create policy see on rfi_step for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      or recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy between_its_two on rfi_step as restrictive for insert to simpul_app
  with check ((select true from rfi_version v where v.id = rfi_step.thread_id and v.owner = rfi_step.thread_owner
    and (rfi_step.owner = v.owner and rfi_step.recipient = v.recipient
      or rfi_step.owner = v.recipient and rfi_step.recipient = v.owner)));
-- an institution refuses nothing, and is never told what its answer was good for
create policy refused_by_authorities on rfi_step as restrictive for insert to simpul_app
  with check (kind not in ('REFUSE','REPORT_USE') or (select true from participant p
    where p.id = case rfi_step.kind when 'REFUSE' then rfi_step.owner else rfi_step.recipient end
      and p.kind in ('FIU','FOREIGN_FIU')));
create policy forgotten on rfi_step to simpul_clock using (kind = 'ANSWER_NIL'
  and (select true from rfi_recipient t join rfi r on r.id = t.rfi_id
    where t.thread_id = rfi_step.thread_id and r.status in ('CLOSED','EXPIRED') limit 1));
grant select (thread_id, kind), delete on rfi_step to simpul_clock;

--changeset simpul:030-rfi-answer splitStatements:false
-- What whoever is asked answers: open while it is written, by two persons; once sealed, nobody changes it.
create table rfi_answer (
  id uuid primary key,
  owner uuid not null references participant,
  thread_id uuid not null,
  thread_owner uuid not null,
  number int not null check (number > 0),
  revision bigint not null,
  outcome text not null check (outcome in ('ANSWERED','PARTIAL','NIL','REFUSED')),
  refusal text check (refusal in ('NO_LEGAL_BASIS','DISPROPORTIONATE','PREJUDICE')),
  note text,
  content jsonb not null,
  return_reason text,
  written_by uuid[] not null check (cardinality(written_by) > 0),
  approved_by uuid,
  digest text,
  sealed_at timestamptz,
  unique (owner, thread_id, number),
  unique (id, owner),
  check ((outcome = 'REFUSED') = (refusal is not null)),
  constraint rfi_answer_approved check (sealed_at is null
    or approved_by is not null and approved_by <> all (written_by) and digest is not null)
);
create index rfi_answer_thread on rfi_answer (thread_id, number);
create unique index rfi_answer_open on rfi_answer (owner, thread_id) where sealed_at is null;
call wall_version('rfi_answer', 'RFI_ANSWER', false);
grant update (revision, outcome, refusal, note, content, return_reason, written_by, approved_by, digest, sealed_at)
  on rfi_answer to simpul_app;
create policy answers_what_it_received on rfi_answer as restrictive for insert to simpul_app
  with check ((select true from rfi_version v where v.id = rfi_answer.thread_id and v.owner = rfi_answer.thread_owner
    and v.recipient = rfi_answer.owner));
create policy refused_by_authorities on rfi_answer as restrictive for insert to simpul_app
  with check (outcome <> 'REFUSED' or (select true from participant p where p.id = rfi_answer.owner and p.kind in ('FIU','FOREIGN_FIU')));
create policy refused_by_authorities_later on rfi_answer as restrictive for update to simpul_app using (true)
  with check (outcome <> 'REFUSED' or (select true from participant p where p.id = rfi_answer.owner and p.kind in ('FIU','FOREIGN_FIU')));
-- to whoever asked, and that there is nothing to nobody: the step says so, until it is forgotten
create policy rfi_answer_to_its_asker on disclosure as restrictive for insert to simpul_app
  with check (object_kind <> 'RFI_ANSWER' or (select true from rfi_answer a
    where a.id = object_id and a.thread_owner = to_participant and a.outcome <> 'NIL'));
-- the one way out of a sealed answer: that there is nothing, once the request is over
drop trigger sealed_version on rfi_answer;
create trigger sealed_version before update or delete on rfi_answer for each row
  when (current_user <> 'simpul_clock') execute function refuse_sealed_version();
create policy forgotten on rfi_answer to simpul_clock using (outcome = 'NIL' and sealed_at is not null
  and (select true from rfi_recipient t join rfi r on r.id = t.rfi_id
    where t.thread_id = rfi_answer.thread_id and r.status in ('CLOSED','EXPIRED') limit 1));
grant select (thread_id, outcome, sealed_at), delete on rfi_answer to simpul_clock;

--changeset simpul:030-with-its-case splitStatements:false
-- What is asked out of a restricted case is seen by those who see that case; those who are asked keep what they have.
create policy with_its_case on rfi as restrictive to simpul_app
  using (case_id is null or (select true from case_file c where c.id = rfi.case_id));
create policy with_its_rfi on rfi_recipient as restrictive to simpul_app
  using ((select true from rfi r where r.id = rfi_recipient.rfi_id));
create policy with_its_thread on rfi_step as restrictive for select to simpul_app
  using (thread_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from rfi_version v where v.id = rfi_step.thread_id));
create policy with_its_rfi on disclosure as restrictive for select to simpul_app
  using (object_kind <> 'RFI_VERSION'
    or from_participant is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from rfi_version v where v.id = disclosure.object_id));
-- whatever the ledger says, a thread and its answers are read by its two sides alone
create policy read_by_its_two on rfi_version as restrictive for select to simpul_app
  using (recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      and (select true from rfi_recipient t where t.thread_id = rfi_version.id)));
create policy read_by_its_two on rfi_answer as restrictive for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (thread_owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      and (select true from rfi_version v where v.id = rfi_answer.thread_id)));

--changeset simpul:030-rfi-alone splitStatements:false
alter table alone_act drop constraint alone_act_kind_check;
alter table alone_act add constraint alone_act_kind_check
  check (kind in ('SUBMISSION','DISSEMINATION','UNMASK','STANDING_RULE','RFI'));
drop policy with_its_object on alone_act;
create policy with_its_object on alone_act as restrictive for select to simpul_app
  using (case kind
    when 'SUBMISSION' then (select true from referral r where r.id = alone_act.object_id)
    when 'UNMASK' then true
    when 'RFI' then (select true from rfi r where r.id = alone_act.object_id)
    else (select true from dissemination_version v where v.id = alone_act.object_id) end);

--changeset simpul:030-rfi-behind splitStatements:false
-- What an agency asked and the FIU asks on: nobody but the FIU ever reads that the two belong together.
create table rfi_origin (
  owner uuid not null,
  rfi_id uuid not null,
  thread_id uuid not null,
  primary key (owner, rfi_id, thread_id),
  foreign key (rfi_id, owner) references rfi (id, owner)
);
call wall_own('rfi_origin');
grant delete on rfi_origin to simpul_app;
create policy of_what_was_received on rfi_origin as restrictive for insert to simpul_app
  with check ((select true from rfi_version v where v.id = rfi_origin.thread_id and v.recipient = rfi_origin.owner));

-- The FIU answers by what it has disseminated to whoever asks, and hands no institution's rows on.
alter table rfi_answer add column dissemination_id uuid;
grant update (dissemination_id) on rfi_answer to simpul_app;
create policy by_what_the_asker_has on rfi_answer as restrictive for insert to simpul_app
  with check (dissemination_id is null or (select true from disclosure d where d.object_id = dissemination_id
    and d.object_kind = 'DISSEMINATION_VERSION' and d.to_participant = rfi_answer.thread_owner and d.recalled_at is null limit 1));
create policy by_what_the_asker_has_later on rfi_answer as restrictive for update to simpul_app using (true)
  with check (dissemination_id is null or (select true from disclosure d where d.object_id = dissemination_id
    and d.object_kind = 'DISSEMINATION_VERSION' and d.to_participant = rfi_answer.thread_owner and d.recalled_at is null limit 1));
