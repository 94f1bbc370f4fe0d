--liquibase formatted sql

--changeset simpul:035-breach splitStatements:false
-- A breach of personal data: what was recorded first stays, and every step is an entry of its history. The FIU's own;
-- the overseer reads it.
create table breach (
  id uuid primary key,
  owner uuid not null references participant,
  reference text not null,
  category text not null check (category in ('CONFIDENTIALITY','INTEGRITY','AVAILABILITY')),
  discovered_at timestamptz not null,
  systems text not null,
  persons text not null check (persons in ('UNKNOWN','NONE','UP_TO_10','UP_TO_100','UP_TO_1000','MORE_THAN_1000')),
  controllers text[] not null check (cardinality(controllers) > 0),
  status text not null check (status in ('OPEN','CLOSURE_PROPOSED','CLOSED')),
  revision bigint not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  authority_told_at timestamptz,
  subjects_told_at timestamptz,
  due_at timestamptz not null,
  warnings int not null check (warnings >= 0),
  look_at timestamptz,
  closure_proposed_by uuid,
  closed_by uuid,
  closed_at timestamptz,
  unique (owner, reference),
  unique (id, owner),
  check (due_at > discovered_at),
  check (authority_told_at >= discovered_at and subjects_told_at >= discovered_at),
  -- a second person
  constraint breach_closed check (case when status = 'CLOSED'
    then (persons = 'NONE' or num_nonnulls(authority_told_at, subjects_told_at) = 2)
      and closed_at is not null and closed_by is not null and closure_proposed_by is not null
      and closed_by <> closure_proposed_by
    else num_nonnulls(closed_at, closed_by) = 0 end)
);
create index breach_newest on breach (owner, id desc);
create index breach_due on breach (owner, look_at) where look_at is not null;
call wall_rls('breach');
create policy see on breach for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from participant p
        where p.id = (select nullif(current_setting('simpul.participant', true), '')::uuid) and p.kind = 'SUPERVISOR'));
create policy recorded_by_the_fiu on breach as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = breach.owner and f.kind = 'FIU'));
-- what is closed stays so
create policy not_closed on breach as restrictive for update to simpul_app using (status <> 'CLOSED') with check (true);
grant update (status, revision, authority_told_at, subjects_told_at, warnings, look_at, closure_proposed_by, closed_by,
  closed_at) on breach to simpul_app;

create table breach_entry (
  id uuid primary key,
  owner uuid not null,
  breach_id uuid not null,
  step text not null check (step in ('RECORD','ASSESS','TAKE_MEASURE','TELL_AUTHORITY','TELL_SUBJECTS','PROPOSE_CLOSURE',
    'DECLINE_CLOSURE','CLOSE','WARN','PASS')),
  text text,
  told_at timestamptz,
  taken_by uuid,
  at timestamptz not null,
  foreign key (breach_id, owner) references breach (id, owner),
  check ((step in ('WARN','PASS')) = (taken_by is null and text is null)),
  check ((step in ('TELL_AUTHORITY','TELL_SUBJECTS')) = (told_at is not null))
);
create index breach_entry_breach on breach_entry (owner, breach_id, id);
call wall_rls('breach_entry');
create policy see on breach_entry for select to simpul_app
  using ((select true from breach b where b.id = breach_entry.breach_id));
-- nobody writes in another's name
create policy by_the_person on breach_entry as restrictive for insert to simpul_app
  with check (taken_by is not distinct from (select nullif(current_setting('simpul.person', true), '')::uuid));

--changeset simpul:035-access-report splitStatements:false
-- Who did how much: the role that counts reads no detail.
grant usage on schema public to simpul_job_oversight;
create policy overseen on participant for select to simpul_job_oversight using (true);
grant select (id, alias) on participant to simpul_job_oversight;
create policy overseen on audit_entry for select to simpul_job_oversight using (true);
grant select (at, person_id, participant_id, act, outcome) on audit_entry to simpul_job_oversight;
create index audit_entry_at on audit_entry using brin (at);

--changeset simpul:035-anomaly splitStatements:false
-- That a rule found something odd in what somebody did: about one person of the owner, raised once by the job, changed by
-- nobody. The overseer sees all of them, the FIU its own people's; nobody sees what is about oneself.
create table anomaly (
  id uuid primary key,
  owner uuid not null references participant,
  person_id uuid not null,
  rule text not null check (rule in ('OWN_IDENTIFIER_SEARCHED','MANY_OBJECTS_READ','SEARCHED_WITHOUT_USE','OUT_OF_HOURS')),
  occasion text not null,
  acts bigint not null check (acts > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  raised_at timestamptz not null,
  unique (owner, person_id, rule, occasion),
  unique (id, owner)
);
alter table anomaly enable row level security;
alter table anomaly force row level security;
create policy see on anomaly for select to simpul_app
  using (person_id is distinct from (select nullif(current_setting('simpul.person', true), '')::uuid)
    and (select true from participant p
      where p.id = (select nullif(current_setting('simpul.participant', true), '')::uuid)
        and (p.kind = 'SUPERVISOR' or p.kind = 'FIU' and p.id = anomaly.owner)));
grant select on anomaly to simpul_app;
create policy raise on anomaly for insert to simpul_job_oversight with check (true);
create policy raised on anomaly for select to simpul_job_oversight using (true);
grant insert on anomaly to simpul_job_oversight;
grant select (id, owner, person_id, rule, occasion) on anomaly to simpul_job_oversight;

-- What an auditor made of it: a row of the auditor's institution, seen by those who see the anomaly.
create table anomaly_review (
  id uuid primary key,
  owner uuid not null references participant,
  anomaly_id uuid not null,
  verdict text not null check (verdict in ('EXPLAINED','FOLLOWED_UP')),
  note text not null,
  reviewed_by uuid not null,
  at timestamptz not null,
  unique (owner, anomaly_id)
);
create index anomaly_review_anomaly on anomaly_review (anomaly_id);
call wall_rls('anomaly_review');
create policy see on anomaly_review for select to simpul_app
  using ((select true from anomaly a where a.id = anomaly_review.anomaly_id));
create policy of_what_one_sees on anomaly_review as restrictive for insert to simpul_app
  with check ((select true from anomaly a where a.id = anomaly_review.anomaly_id)
    and reviewed_by = (select nullif(current_setting('simpul.person', true), '')::uuid));

-- The rules need to know which opaque object, under which matter, who was on duty, and what was a P1.
grant select (object_id, case_reference) on audit_entry to simpul_job_oversight;
create policy on_duty on duty_shift for select to simpul_job_oversight using (true);
grant select (person_id, starts_at, ends_at) on duty_shift to simpul_job_oversight;
create policy urgent on intake for select to simpul_job_oversight using (urgency = 'P1');
grant select (id, referral_id, urgency) on intake to simpul_job_oversight;
