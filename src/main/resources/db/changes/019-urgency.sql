--liquibase formatted sql

--changeset simpul:019-alone-act splitStatements:false
-- What one person did alone for a child at imminent risk, or the FIU's standing rule did at once; reviewed afterwards.
create table alone_act (
  id uuid primary key,
  owner uuid not null references participant,
  kind text not null check (kind in ('SUBMISSION','DISSEMINATION','UNMASK','STANDING_RULE')),
  object_id uuid not null,
  object_owner uuid not null references participant,
  ground text not null check (ground in ('LIVE_OR_SCHEDULED_ABUSE','TRAVEL_TO_A_CHILD','EXTORTION_UNDER_WAY','SELF_HARM_RISK')),
  person_id uuid,
  reason text,
  -- everybody who had a hand in it, and what was sealed or opened
  makers uuid[] not null check (cardinality(makers) > 0),
  content_digest text not null check (content_digest ~ '^[0-9a-f]{64}$'),
  returned_reason text,
  at timestamptz not null,
  review_by timestamptz not null,
  overdue_told_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  verdict text check (verdict in ('UPHELD','NOT_UPHELD')),
  review_reason text,
  unique (id, owner),
  unique (owner, id, object_id),
  foreign key (person_id, owner) references person (id, participant_id),
  -- a person and its reason, or the rule
  check (num_nonnulls(person_id, reason) = case kind when 'STANDING_RULE' then 0 else 2 end),
  check (num_nonnulls(reviewed_by, reviewed_at, verdict, review_reason) in (0, 4)),
  check (person_id is null or person_id = any (makers)),
  check (reviewed_by is null or reviewed_by <> all (makers))
);
create index alone_act_newest on alone_act (owner, id desc);
create index alone_act_waiting on alone_act (review_by) where reviewed_at is null and overdue_told_at is null;
call wall_own('alone_act');
grant update (overdue_told_at, reviewed_by, reviewed_at, verdict, review_reason) on alone_act to simpul_app;
-- nobody acts in another's name, and a job in nobody's
create policy by_the_person on alone_act as restrictive for insert to simpul_app
  with check (person_id is not distinct from (select nullif(current_setting('simpul.person', true), '')::uuid));
-- a review is given once
create policy not_reviewed on alone_act as restrictive for update to simpul_app using (reviewed_at is null) with check (true);
create policy waiting on alone_act for select to simpul_clock
  using (reviewed_at is null and overdue_told_at is null);
grant select (owner, review_by, reviewed_at, overdue_told_at) on alone_act to simpul_clock;

--changeset simpul:019-alone-submission splitStatements:false
-- Sealed without a second person exactly when an act alone stands for it; each act seals one version of its own object.
alter table referral_version add column alone_act_id uuid;
alter table referral_version drop constraint referral_version_check;
alter table referral_version add constraint referral_version_approved check (sealed_at is null
  or (handed_over_by is not null and digest is not null and case when alone_act_id is null
    then approved_by is not null and approved_by <> all (written_by) and approved_by <> handed_over_by
    else approved_by is null end));
alter table referral_version add constraint referral_version_alone check (alone_act_id is null or sealed_at is not null);
alter table referral_version add unique (owner, alone_act_id);
alter table referral_version add foreign key (owner, alone_act_id, referral_id) references alone_act (owner, id, object_id);
grant update (alone_act_id) on referral_version to simpul_app;

--changeset simpul:019-standing-rule splitStatements:false
-- The FIU's rule for a P1 on stated grounds: off until two persons have set it.
create table standing_rule (
  id uuid primary key,
  owner uuid not null references participant,
  status text not null check (status in ('PROPOSED','LIVE','DECLINED','REPLACED','ENDED')),
  revision bigint not null,
  grounds text[] not null check (cardinality(grounds) > 0),
  agency text not null,
  letter_prefix text not null,
  title text not null,
  narrative text not null,
  legal_basis text not null,
  caveats text,
  tlp text not null check (tlp in ('TLP:AMBER+STRICT','TLP:AMBER')),
  pap text not null check (pap in ('PAP:RED','PAP:AMBER')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  digest text not null,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  ended_by uuid,
  ended_at timestamptz,
  unique (id, owner),
  unique (owner, revision),
  check (decided_by is null or decided_by <> proposed_by),
  check (status in ('PROPOSED','REPLACED') or num_nonnulls(decided_by, decided_at) = 2)
);
create unique index standing_rule_live on standing_rule (owner) where status = 'LIVE';
create unique index standing_rule_proposed on standing_rule (owner) where status = 'PROPOSED';
call wall_own('standing_rule');
grant update (status, revision, decided_by, decided_at, decline_reason, ended_by, ended_at) on standing_rule to simpul_app;
-- what was declined, replaced or ended stays as it is
create policy not_over on standing_rule as restrictive for update to simpul_app
  using (status in ('PROPOSED','LIVE')) with check (true);
create policy set_by_the_fiu on standing_rule as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = standing_rule.owner and f.kind = 'FIU'));

--changeset simpul:019-alone-dissemination splitStatements:false
alter table dissemination_version add column alone_act_id uuid;
alter table dissemination_version add column standing_rule_id uuid;
alter table dissemination_version drop constraint dissemination_version_check;
alter table dissemination_version add constraint dissemination_version_approved check (sealed_at is null
  or (digest is not null and case when alone_act_id is null
    then approved_by is not null and approved_by <> all (written_by) else approved_by is null end));
alter table dissemination_version add constraint dissemination_version_alone check (alone_act_id is null or sealed_at is not null);
alter table dissemination_version add unique (owner, alone_act_id);
alter table dissemination_version add foreign key (owner, alone_act_id, id) references alone_act (owner, id, object_id);
alter table dissemination_version add foreign key (standing_rule_id, owner) references standing_rule (id, owner);
grant update (alone_act_id) on dissemination_version to simpul_app;

--changeset simpul:019-duty splitStatements:false
-- Whom a P1 wakes up: an institution's roster, and each call that goes out under it.
create table duty_roster (
  id uuid primary key,
  owner uuid not null references participant,
  revision bigint not null,
  unique (owner)
);
call wall_own('duty_roster');
grant update (revision) on duty_roster to simpul_app;

create table duty_shift (
  id uuid primary key,
  owner uuid not null references participant,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  position int not null,
  check (ends_at > starts_at),
  foreign key (person_id, owner) references person (id, participant_id)
);
create index duty_shift_now on duty_shift (owner, ends_at);
call wall_own('duty_shift');
grant delete on duty_shift to simpul_app;

create table duty_call (
  id uuid primary key,
  owner uuid not null references participant,
  object_kind text not null,
  object_id uuid not null,
  permission text not null,
  opened_at timestamptz not null,
  -- when the next is called; null once all are, or somebody answered
  next_at timestamptz,
  called uuid[] not null,
  all_called_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  unique (owner, object_kind, object_id)
);
create index duty_call_due on duty_call (next_at) where next_at is not null;
call wall_own('duty_call');
grant update (opened_at, next_at, called, all_called_at, acknowledged_at, acknowledged_by) on duty_call to simpul_app;
create policy due on duty_call for select to simpul_clock using (next_at is not null);
grant select (owner, next_at) on duty_call to simpul_clock;

--changeset simpul:019-intake splitStatements:false
alter table intake drop constraint intake_status_check;
alter table intake add constraint intake_status_check check (status in ('RECEIVED','IN_TRIAGE','REJECTED_INVALID',
  'INFORMATION_REQUESTED','NOT_ACCEPTED','UNDER_ANALYSIS','RETAINED','DISSEMINATED','CLOSED','WITHDRAWN'));
alter table intake add column assigned_to uuid;
alter table intake add column acknowledged_at timestamptz;
alter table intake add column acknowledged_by uuid;
alter table intake add column review_on date;
alter table intake add column review_reminded_at timestamptz;
alter table intake add column reopening_proposed_by uuid;
-- what its clock has said so far, and when it warns; null for what came before there were warnings
alter table intake add column clock_stage text not null default 'RUNNING' check (clock_stage in ('RUNNING','WARNED','PASSED'));
alter table intake add column warn_at timestamptz;
-- orders the queue within the urgency; the reasons and their points side by side
alter table intake add column score int not null default 0;
alter table intake add column score_reasons text[] not null default '{}';
alter table intake add column score_points int[] not null default '{}';
alter table intake add constraint intake_score_reasons check (cardinality(score_reasons) = cardinality(score_points));
-- when the standing rule was asked about it
alter table intake add column ruled_at timestamptz;
-- whether what was sealed before is still to be masked for whom its version protects
alter table intake add column protection_pending boolean not null default false;
grant update (assigned_to, acknowledged_at, acknowledged_by, review_on, review_reminded_at, reopening_proposed_by,
  clock_stage, warn_at, score, score_reasons, score_points, ruled_at, protection_pending) on intake to simpul_app;
drop index intake_queue;
drop index intake_status;
create index intake_queue on intake (owner, urgency, score desc, due_at, id)
  where status in ('RECEIVED','IN_TRIAGE','INFORMATION_REQUESTED') or unread;
create index intake_status on intake (owner, status, urgency, score desc, due_at, id);
create index intake_clock on intake (owner, due_at)
  where clock_stage <> 'PASSED' and (status in ('RECEIVED','IN_TRIAGE','INFORMATION_REQUESTED') or unread);
create index intake_review on intake (owner, review_on) where status = 'RETAINED' and review_reminded_at is null;
