--liquibase formatted sql

--changeset simpul:033-ways splitStatements:false
-- The job of retention alone takes sealed rows away, and of those only what purge_item names; it writes nothing.
grant usage on schema public to simpul_job_retention;
create or replace function refuse_sealed_version() returns trigger language plpgsql as $$
begin
  if old.sealed_at is not null and not (tg_op = 'DELETE' and current_user = 'simpul_job_retention') then
    raise exception 'a sealed version does not change' using errcode = '42501';
  end if;
  return coalesce(new, old);
end $$;
create or replace function refuse_sealed_part() returns trigger language plpgsql as $$
declare
  closed bigint;
begin
  if tg_op = 'DELETE' and current_user = 'simpul_job_retention' then
    return null;
  end if;
  execute format('select (select count(distinct t.version_id) from touched t)
                    - (select count(*) from (select v.sealed_at from %s v
                         where v.id in (select distinct t.version_id from touched t) for share of v) s
                       where s.sealed_at is null)', tg_argv[0]) into closed;
  if closed > 0 then
    raise exception 'a sealed version does not change' using errcode = '42501';
  end if;
  return null;
end $$;

--changeset simpul:033-schedule splitStatements:false
-- How long each class of record is kept: proposed by the FIU, approved by the overseer, installed by the operator. It
-- never changes; another one takes its place.
create table retention_schedule (
  id uuid primary key,
  owner uuid not null references participant,
  number int not null check (number > 0),
  in_force_from date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  unique (owner, number),
  unique (id, owner)
);
create table retention_period (
  owner uuid not null,
  schedule_id uuid not null,
  class text not null check (class in ('REFERRAL','INTAKE','CASE','DISSEMINATION','HOLD','RFI','LEAD','INTEREST',
    'SEARCH','POINTER_SEARCH','MATTER','NOTIFICATION')),
  months int not null check (months between 1 and 1200),
  law_reference text not null,
  primary key (owner, schedule_id, class),
  foreign key (schedule_id, owner) references retention_schedule (id, owner)
);
-- A purge: first counted, then ordered by the FIU, approved by the overseer, done by the job.
create table purge_run (
  id uuid primary key,
  owner uuid not null references participant,
  schedule_id uuid not null,
  status text not null check (status in ('DRY_RUN','ORDERED','FINISHED')),
  counted_by uuid not null,
  counted_at timestamptz not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  ordered_by uuid,
  ordered_at timestamptz,
  finished_at timestamptz,
  foreign key (schedule_id, owner) references retention_schedule (id, owner),
  unique (id, owner),
  check ((status = 'DRY_RUN') = (ordered_by is null) and (ordered_by is null) = (ordered_at is null)),
  check ((status = 'FINISHED') = (finished_at is not null))
);
create index purge_run_newest on purge_run (owner, id desc);
create table purge_class (
  owner uuid not null,
  run_id uuid not null,
  class text not null,
  -- as they were counted first
  expired bigint not null,
  on_hold bigint not null,
  oldest date,
  -- how far it is: what went, behind which id it goes on, and the chain over the ids
  purged bigint not null default 0,
  after uuid not null,
  chain text not null check (chain ~ '^[0-9a-f]{64}$'),
  first_expiry date,
  last_expiry date,
  ended_at timestamptz,
  primary key (owner, run_id, class),
  foreign key (run_id, owner) references purge_run (id, owner)
);
-- What others say to one of the two: the overseer decides, the operator installs.
create table retention_decision (
  id uuid primary key,
  owner uuid not null references participant,
  object_kind text not null check (object_kind in ('RETENTION_SCHEDULE','PURGE')),
  object_id uuid not null,
  object_owner uuid not null references participant,
  kind text not null check (kind in ('APPROVE','DECLINE','INSTALL')),
  digest text not null,
  reason text,
  person_id uuid not null,
  at timestamptz not null,
  unique (owner, object_id, kind),
  check (kind <> 'INSTALL' or object_kind = 'RETENTION_SCHEDULE'),
  check ((kind = 'DECLINE') = (reason is not null))
);
create index retention_decision_object on retention_decision (object_id, id);
call wall_own('retention_schedule');
call wall_own('retention_period');
call wall_own('purge_run');
call wall_own('purge_class');
call wall_contribution('retention_decision');
grant update (status, ordered_by, ordered_at, finished_at) on purge_run to simpul_app;
grant update (purged, after, chain, first_expiry, last_expiry, ended_at) on purge_class to simpul_app;

-- Whoever oversees reads the schedules; what is installed, everybody whose records it is about.
create policy installed on retention_decision for select to simpul_app using (kind = 'INSTALL');
create policy overseen on retention_decision for select to simpul_app
  using ((select true from participant p where p.id = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    and (p.kind = 'SUPERVISOR' or p.kind = 'OPERATOR' and retention_decision.object_kind = 'RETENTION_SCHEDULE')));
-- functions that ask as whoever calls them: a policy must not lead back to its own table
create function retention_is_approved(p_object uuid) returns boolean language sql stable as $$
  select exists (select from retention_decision d where d.object_id = p_object and d.kind = 'APPROVE')
     and not exists (select from retention_decision d where d.object_id = p_object and d.kind = 'DECLINE') $$;
create function retention_is_installed(p_schedule uuid) returns boolean language sql stable as $$
  select exists (select from retention_decision d where d.object_id = p_schedule and d.kind = 'INSTALL') $$;
grant execute on function retention_is_approved(uuid), retention_is_installed(uuid) to simpul_app, simpul_job_retention;
create policy overseen on retention_schedule for select to simpul_app using ((select simpul_oversees()));
create policy installed on retention_schedule for select to simpul_app
  using (retention_is_installed(id));
create policy with_its_schedule on retention_period for select to simpul_app
  using ((select true from retention_schedule s where s.id = retention_period.schedule_id));
create policy overseen on purge_run for select to simpul_app
  using ((select true from participant p where p.id = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    and p.kind = 'SUPERVISOR'));
create policy with_its_run on purge_class for select to simpul_app
  using ((select true from purge_run r where r.id = purge_class.run_id));

create policy proposed_by_the_fiu on retention_schedule as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = retention_schedule.owner and f.kind = 'FIU'));
create policy undecided on retention_period as restrictive for insert to simpul_app
  with check ((select true from retention_decision d where d.object_id = retention_period.schedule_id limit 1) is null);
create policy by_the_fiu on purge_run as restrictive for insert to simpul_app
  with check (status = 'DRY_RUN' and (select true from participant f where f.id = purge_run.owner and f.kind = 'FIU'));
-- by a person of its own, on what was read: the overseer approves or declines, the operator installs what was approved
create policy by_its_office on retention_decision as restrictive for insert to simpul_app
  with check (person_id = (select nullif(current_setting('simpul.person', true), '')::uuid)
    and (select true from participant p where p.id = retention_decision.owner
      and p.kind = case when retention_decision.kind = 'INSTALL' then 'OPERATOR' else 'SUPERVISOR' end)
    and case object_kind
      when 'RETENTION_SCHEDULE' then (select true from retention_schedule s where s.id = object_id
        and s.owner = object_owner and s.digest = retention_decision.digest)
      else (select true from purge_run r where r.id = object_id and r.owner = object_owner and r.status = 'ORDERED'
        and r.digest = retention_decision.digest) end
    and (kind <> 'INSTALL' or retention_is_approved(object_id)));

create function retention_in_force() returns uuid language sql stable as $$
  select s.id from retention_schedule s where s.in_force_from <= current_date
    and retention_is_installed(s.id)
  order by s.number desc limit 1 $$;
create function retention_months(p_class text) returns int language sql stable as $$
  select p.months from retention_period p where p.schedule_id = retention_in_force() and p.class = p_class $$;
grant execute on function retention_in_force(), retention_months(text) to simpul_app, simpul_job_retention;

--changeset simpul:033-rest splitStatements:false
-- Since when a record is at rest: from then on its period runs.
create function keep_rested_at() returns trigger language plpgsql as $$
begin
  if not (new.status = any (tg_argv)) then
    new.rested_at := null;
  elsif tg_op = 'INSERT' or not (old.status = any (tg_argv)) then
    new.rested_at := now();
  end if;
  return new;
end $$;
do $$
declare
  resting text[];
begin
  foreach resting slice 1 in array array[
    ['intake', '''REJECTED_INVALID'',''NOT_ACCEPTED'',''CLOSED'',''WITHDRAWN'''],
    ['case_file', '''CLOSED'',''-'',''-'',''-'''],
    ['hold', '''RELEASED'',''EXPIRED'',''REFUSED'',''CANCELLED'''],
    ['rfi', '''CANCELLED'',''-'',''-'',''-''']] loop
    execute format('alter table %I add column rested_at timestamptz', resting[1]);
    execute format('create policy migrated on %I to simpul_owner using (true) with check (true)', resting[1]);
    execute format('update %I set rested_at = now() where status in (%s)', resting[1], resting[2]);
    execute format('drop policy migrated on %I', resting[1]);
    execute format('create trigger rested before insert or update of status on %I for each row execute function keep_rested_at(%s)',
      resting[1], resting[2]);
  end loop;
end $$;
-- What an institution submitted is the FIU's to keep: when the institution's own period is over, it is closed to the
-- institution, and its rows go when the FIU needs them no longer. The institution can't tell which.
do $$
declare
  closing text;
begin
  foreach closing in array array['referral','alone_act','unmasking'] loop
    execute format('alter table %I add column purged_at timestamptz', closing);
    execute format('create policy not_purged on %I as restrictive to simpul_app using (purged_at is null)', closing);
  end loop;
end $$;
create index referral_purged on referral (id) where purged_at is not null;

-- What is at rest of each class, and since when; read within the walls of whoever asks. A view for each class, so that a
-- purge goes along its key, and one list of all.
create view resting_referral (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'REFERRAL', id as shown_as, touched_at as since, restricted from referral
    where status in ('SUBMITTED','WITHDRAWAL_ASKED','EXPIRED') and purged_at is null;
create view resting_intake (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'INTAKE', id, rested_at, false from intake where rested_at is not null;
create view resting_case (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'CASE', id, rested_at, restricted from case_file where rested_at is not null;
create view resting_dissemination (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select d.id, d.owner, 'DISSEMINATION',
    (select v.id from dissemination_version v where v.owner = d.owner and v.dissemination_id = d.id order by v.number desc limit 1),
    (select max(v.sealed_at) from dissemination_version v where v.owner = d.owner and v.dissemination_id = d.id),
    coalesce((select c.restricted from case_file c where c.id = d.case_id), true)
    from dissemination d where d.status = 'DISSEMINATED';
create view resting_rfi (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select r.id, r.owner, 'RFI', r.id, coalesce(r.closed_at, r.rested_at),
    coalesce((select c.restricted from case_file c where c.id = r.case_id), r.case_id is not null)
    from rfi r where r.status in ('CLOSED','EXPIRED','CANCELLED');
create view resting_hold (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select h.id, h.owner, 'HOLD', h.id, h.rested_at,
    exists (select from hold_origin o join case_file c on c.id = o.object_id where o.owner = h.owner and o.hold_id = h.id
      and c.restricted)
    from hold h where h.rested_at is not null;
create view resting_lead (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'LEAD', id, received_at, false from lead where sealed_at is not null;
create view resting_interest (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'INTEREST', id, coalesce(withdrawn_at, ended_at), false from interest
    where withdrawn_at is not null or ended_at is not null;
create view resting_search (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'SEARCH', id, at, false from subject_search;
create view resting_pointer_search (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'POINTER_SEARCH', id, at, false from pointer_search;
create view resting_matter (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'MATTER', id, case status when 'CLOSED' then changed_at else expires_at end, false from matter
    where status <> 'LIVE';
create view resting_notification (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'NOTIFICATION', id, at, false from notification;
create view retention_subject with (security_invoker = true) as
  select * from resting_referral
  union all select * from resting_intake
  union all select * from resting_case
  union all select * from resting_dissemination
  union all select * from resting_rfi
  union all select * from resting_hold
  union all select * from resting_lead
  union all select * from resting_interest
  union all select * from resting_search
  union all select * from resting_pointer_search
  union all select * from resting_matter
  union all select * from resting_notification;
grant select on resting_referral, resting_intake, resting_case, resting_dissemination, resting_rfi, resting_hold, resting_lead,
  resting_interest, resting_search, resting_pointer_search, resting_matter, resting_notification, retention_subject
  to simpul_app, simpul_job_retention;

--changeset simpul:033-protected-value splitStatements:false
-- What protects a victim outlives the record that said so: of its identifiers the keyed digests, and neither whose nor
-- since when. SECURITY DEFINER, one of the few: whoever purges writes nothing else.
create table protected_value (
  owner uuid not null references participant,
  digest bytea not null check (octet_length(digest) = 32),
  primary key (owner, digest)
);
call wall_own('protected_value');
create policy upkeep on protected_value to simpul_owner using (true) with check (true);
create function keep_protected() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.protected_value (owner, digest)
  select distinct g.owner, g.digest from gone g where g.kind = 'IDENTIFIER' on conflict do nothing;
  return null;
end $$;
revoke all on function keep_protected() from public;
-- the hub itself compares anew what a later version says
create trigger keep_protected after delete on subject_digest referencing old table as gone for each statement
  when (current_user <> 'simpul_app') execute function keep_protected();

--changeset simpul:033-closed splitStatements:false
-- What others keep for the FIU's reasons, its legal holds and what it drew from them, is closed to its institution by that
-- institution's own period: at one moment, as the purge is approved, with all that goes. Which of it stays can't be told.
-- SECURITY DEFINER, one of the few: no institution reads a purge. The FIU's own is closed to nobody.
create policy closing on purge_run for select to simpul_owner using (status in ('ORDERED','FINISHED'));
create policy closing on retention_period for select to simpul_owner using (true);
create policy closing on retention_decision for select to simpul_owner using (object_kind = 'PURGE');
create function retention_closed_until(p_class text) returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(max(r.counted_at - make_interval(months => p.months)), '-infinity')
  from public.purge_run r
  join public.retention_period p on p.owner = r.owner and p.schedule_id = r.schedule_id and p.class = p_class
  where exists (select from public.retention_decision d where d.object_id = r.id and d.kind = 'APPROVE')
    and r.owner is distinct from nullif(current_setting('simpul.participant', true), '')::uuid
$$;
revoke all on function retention_closed_until(text) from public;
grant execute on function retention_closed_until(text) to simpul_app;
create function retention_is_open(p_class text, p_owner uuid, p_since timestamptz) returns boolean language sql stable as $$
  select p_since is null or p_owner is distinct from nullif(current_setting('simpul.participant', true), '')::uuid
    or p_since > retention_closed_until(p_class)
$$;
grant execute on function retention_is_open(text, uuid, timestamptz) to simpul_app;
create policy not_closed_by_its_period on hold as restrictive to simpul_app
  using (retention_is_open('HOLD', owner, rested_at));
create policy not_closed_by_its_period on rfi as restrictive to simpul_app
  using (retention_is_open('RFI', owner, coalesce(closed_at, rested_at)));
create policy not_closed_by_its_period on lead as restrictive to simpul_app
  using (retention_is_open('LEAD', owner, case when sealed_at is not null then received_at end));
create policy not_closed_by_its_period on matter as restrictive to simpul_app
  using (retention_is_open('MATTER', owner, case status when 'LIVE' then null when 'CLOSED' then changed_at else expires_at end));
create policy not_closed_by_its_period on subject_search as restrictive to simpul_app
  using (retention_is_open('SEARCH', owner, at));

--changeset simpul:033-legal-hold splitStatements:false
-- What must be kept whatever its period says: the FIU's own, seen by nobody else. It keeps from the draft on.
create table legal_hold (
  id uuid primary key,
  owner uuid not null references participant,
  object_kind text not null check (object_kind in ('INTAKE','CASE','DISSEMINATION','RFI','RFI_THREAD','HOLD','LEAD')),
  object_id uuid not null,
  reason text not null,
  -- who asked for it, and under which number
  asked_by text not null,
  official_reference text not null,
  review_on date not null,
  reminded_on date,
  status text not null check (status in ('DRAFTED','SET','DECLINED','LIFTING_ASKED','LIFTED')),
  revision bigint not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  set_by uuid,
  set_at timestamptz,
  lifting_reason text,
  lifting_asked_by uuid,
  lifted_by uuid,
  lifted_at timestamptz,
  -- why it was declined, or kept though its lifting was asked for
  decision_reason text,
  -- two persons set it, and two lift it
  check (set_by is null or set_by <> drafted_by),
  check (status not in ('SET','LIFTING_ASKED','LIFTED') or set_by is not null and set_at is not null),
  check (status <> 'LIFTED' or lifted_by is not null and lifted_by <> lifting_asked_by and lifted_at is not null),
  unique (id, owner)
);
create index legal_hold_newest on legal_hold (owner, id desc);
create index legal_hold_object on legal_hold (object_id);
create index legal_hold_review on legal_hold (review_on) where status in ('SET','LIFTING_ASKED');
call wall_own('legal_hold');
grant update (review_on, reminded_on, status, revision, set_by, set_at, lifting_reason, lifting_asked_by, lifted_by,
  lifted_at, decision_reason) on legal_hold to simpul_app;
create policy by_the_fiu on legal_hold as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = legal_hold.owner and f.kind = 'FIU'));
-- what is kept to a team is not told by what keeps it
create policy with_its_object on legal_hold as restrictive to simpul_app
  using (case object_kind
    when 'CASE' then (select true from case_file c where c.id = legal_hold.object_id)
    when 'DISSEMINATION' then (select true from dissemination_version v where v.id = legal_hold.object_id)
    when 'RFI' then (select true from rfi r where r.id = legal_hold.object_id)
    when 'HOLD' then coalesce((select true from hold h where h.id = legal_hold.object_id),
      (select true from hold_version v where v.hold_id = legal_hold.object_id limit 1))
    else true end);
create policy reviewed on legal_hold for select to simpul_clock using (status in ('SET','LIFTING_ASKED'));
grant select (owner, status, review_on, reminded_on) on legal_hold to simpul_clock;

-- Whoever sets one waits for the portion that a purge is at, and the next portion sees it.
create function hold_up_purge() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('simpul.retention', 0));
  return null;
end $$;
create trigger hold_up_purge before insert or update on legal_hold for each statement execute function hold_up_purge();

--changeset simpul:033-purge-rules splitStatements:false
-- What a purge is at within its transaction: nothing of it is ever committed. The job deletes what stands here and
-- nothing else, and here stands only what the rules below let in.
create unlogged table purge_item (
  run_id uuid not null,
  owner uuid not null,
  class text not null,
  object_id uuid not null,
  primary key (owner, class, object_id)
);
create index purge_item_object on purge_item (object_id);
alter table purge_item enable row level security;
alter table purge_item force row level security;

-- something else that is still kept hangs on it
create function retention_is_needed(p_class text, p_id uuid) returns boolean language plpgsql stable cost 10000 as $$
begin
  return case p_class
    when 'SUBMISSION' then exists (select from intake i where i.referral_id = p_id)
    -- what its institution may still correct, or write about, must find somebody
    when 'INTAKE' then exists (select from intake i join referral r on r.id = i.referral_id
        where i.id = p_id and r.purged_at is null)
      or exists (select from case_intake c where c.intake_id = p_id)
      -- what protects whom a case still tells of
      or exists (select from case_event e where e.subject_id = p_id and e.kind = 'INTAKE_REMOVED')
      or exists (select from dissemination_origin o where o.intake_id = p_id)
      or exists (select from hold_origin o where o.object_id = p_id)
    when 'CASE' then exists (select from dissemination d where d.case_id = p_id)
      or exists (select from rfi r where r.case_id = p_id)
      or exists (select from hold_origin o where o.object_id = p_id)
    when 'DISSEMINATION' then exists (select from rfi_answer a join dissemination_version v on v.id = a.dissemination_id
      where v.dissemination_id = p_id)
    when 'RFI' then exists (select from rfi_origin o join rfi_recipient t on t.thread_id = o.thread_id where t.rfi_id = p_id)
    when 'HOLD' then exists (select from hold_origin o where o.object_id = p_id)
    when 'SEARCH' then exists (select from rfi r where r.search_id = p_id)
    when 'MATTER' then exists (select from rfi r join matter m on m.owner = r.owner and m.number = r.matter where m.id = p_id)
      or exists (select from interest t join matter m on m.owner = t.owner and m.number = t.matter where m.id = p_id)
    else false end;
end $$;

-- it is on legal hold, or something is that needs it and does not hang on it
create function retention_held(p_class text) returns setof uuid language sql stable as $$
  with recursive kept as (
    select h.owner, h.object_id as id from legal_hold h where h.status in ('DRAFTED','SET','LIFTING_ASKED')
  ), drawn as (
    select o.owner, o.hold_id as id from kept k join hold_origin o on o.owner = k.owner and o.object_id = k.id
    union
    select o.owner, o.hold_id from kept k join case_intake c on c.owner = k.owner and c.case_id = k.id
      join hold_origin o on o.owner = c.owner and o.object_id = c.intake_id
    union
    select o.owner, o.hold_id from drawn d join hold_origin o on o.owner = d.owner and o.object_id = d.id
  )
  select k.id from kept k
  union all select v.dissemination_id from kept k join dissemination_version v on v.id = k.id where p_class = 'DISSEMINATION'
  union all select d.id from kept k join dissemination d on d.owner = k.owner and d.case_id = k.id where p_class = 'DISSEMINATION'
  union all select t.rfi_id from kept k join rfi_recipient t on t.thread_id = k.id where p_class = 'RFI'
  union all select r.id from kept k join rfi r on r.owner = k.owner and r.case_id = k.id where p_class = 'RFI'
  union all select d.id from drawn d where p_class = 'HOLD' $$;

-- A referral is closed to its institution by that institution's period alone: no hold of the FIU's shows in it.
create function retention_may_purge(p_run uuid, p_class text, p_id uuid, p_owner uuid) returns boolean language plpgsql stable as $$
begin
  if p_class = 'SUBMISSION' then
    return exists (select from referral r where r.id = p_id and r.owner = p_owner and r.purged_at is not null)
      and not retention_is_needed(p_class, p_id);
  end if;
  return exists (select from retention_subject s where s.class = p_class and s.id = p_id and s.owner = p_owner
      and s.since + make_interval(months => retention_months(p_class))
        <= (select r.counted_at from purge_run r where r.id = p_run))
    and (p_class = 'REFERRAL' or not retention_is_needed(p_class, p_id) and p_id not in (select retention_held(p_class)));
end $$;

-- a version, a thread and the like of what stands in purge_item
create function retention_is_part(p_id uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from referral_version v join purge_item i on i.object_id = v.referral_id and i.class = 'SUBMISSION'
      where v.id = p_id)
    or exists (select from import_run r join purge_item i on i.object_id = r.referral_id and i.class = 'SUBMISSION'
      where r.id = p_id)
    or exists (select from preservation_request q join purge_item i on i.object_id = q.object_id and i.class = 'SUBMISSION'
      where q.id = p_id)
    or exists (select from dissemination_version v join purge_item i on i.object_id = v.dissemination_id where v.id = p_id)
    or exists (select from consent c join dissemination_version v on v.id = c.object_id
      join purge_item i on i.object_id = v.dissemination_id where c.id = p_id)
    or exists (select from hold_version v join purge_item i on i.object_id = v.hold_id where v.id = p_id)
    or exists (select from rfi_recipient t join purge_item i on i.object_id = t.rfi_id where t.thread_id = p_id)
    or exists (select from rfi_answer a join rfi_recipient t on t.thread_id = a.thread_id
      join purge_item i on i.object_id = t.rfi_id where a.id = p_id)
    or exists (select from interest_contact c join interest_meeting m on m.id = c.meeting_id
      join purge_item i on i.object_id in (m.first_interest, m.second_interest) and i.owner = c.recipient where c.id = p_id)
    or exists (select from interest_meeting m join purge_item i on i.object_id in (m.first_interest, m.second_interest)
      where m.id = p_id and not exists (select from interest o where o.id in (m.first_interest, m.second_interest)
        and not exists (select from purge_item n where n.object_id = o.id)))
    or exists (select from unmasking u join purge_item i on i.object_id = u.object_id and i.class <> 'REFERRAL'
      where u.id = p_id);
end $$;

-- What goes with each class, in this order; the last is the record itself.
create function retention_tables(p_class text) returns text[] language sql immutable as $$
  select case p_class
    when 'SUBMISSION' then array['referral_name_key.version_id','protected_subject.version_id',
      'referral_identifier.version_id','referral_red_flag.version_id','referral_transaction.version_id',
      'referral_document.version_id','referral_held_item.version_id','referral_subject.version_id','import_row.run_id',
      'import_error.run_id','import_run.referral_id','notice.object_id','referral_message.object_id',
      'preservation_answer.object_id','preservation_request.object_id','referral_reminder.referral_id','reach.object_id',
      'disclosure.object_id','referral_version.referral_id','alone_act.object_id','unmasking.object_id',
      'referral_member.referral_id','referral.id']
    when 'INTAKE' then array['subject_digest.intake_id','intake_usefulness.intake_id','alone_act.object_id',
      'unmasking.object_id','legal_hold.object_id','intake.id']
    when 'CASE' then array['case_event.case_id','case_task.case_id','case_note_text.case_id','case_note.case_id',
      'team_grant.object_id','case_grant.case_id','case_member.case_id','case_intake.case_id','legal_hold.object_id',
      'case_file.id']
    when 'DISSEMINATION' then array['dissemination_response.object_id','recall_notice.version_id',
      'dissemination_recall.version_id','dissemination_delivery.version_id','dissemination_mask.version_id',
      'dissemination_name_key.version_id','dissemination_export.object_id','protected_copy.version_id','dissemination_origin.version_id','dissemination_recipient.version_id',
      'dissemination_identifier.version_id','dissemination_transaction.version_id','dissemination_subject.version_id',
      'reach.object_id','disclosure.object_id','onward_disclosure.consent_id','consent_decision.consent_id',
      'consent.object_id','dissemination_version.dissemination_id','alone_act.object_id',
      'unmasking.object_id','legal_hold.object_id','dissemination.id']
    when 'HOLD' then array['hold_answer.object_id','hold_account.version_id','hold_origin.hold_id','reach.object_id',
      'disclosure.object_id','hold_version.hold_id','legal_hold.object_id','hold.id']
    when 'RFI' then array['rfi_step.thread_id','reach.object_id','disclosure.object_id','rfi_answer.thread_id',
      'rfi_version.id','rfi_origin.rfi_id','rfi_recipient.rfi_id','alone_act.object_id','legal_hold.object_id','rfi.id']
    when 'LEAD' then array['lead_identifier.version_id','reach.object_id','disclosure.object_id','legal_hold.object_id',
      'lead.id']
    when 'INTEREST' then array['interest_contact.id','interest_meeting.id','interest.id']
    when 'SEARCH' then array['subject_search.id']
    when 'POINTER_SEARCH' then array['pointer_search.id']
    when 'MATTER' then array['matter.id']
    when 'NOTIFICATION' then array['notification_read_mark.notification_id','outgoing.notification_id','notification.id']
    else array[]::text[] end $$;
create function retention_classes() returns text[] language sql immutable as $$
  select array['HOLD','RFI','DISSEMINATION','CASE','REFERRAL','INTAKE','SUBMISSION','LEAD','INTEREST','SEARCH',
    'POINTER_SEARCH','MATTER','NOTIFICATION'] $$;

create policy taken on purge_item for insert to simpul_job_retention
  with check ((select true from purge_run r where r.id = purge_item.run_id and r.status = 'ORDERED'
      and r.schedule_id = retention_in_force() and retention_is_approved(r.id))
    and case class when 'PART' then retention_is_part(object_id) else retention_may_purge(run_id, class, object_id, owner) end);
create policy at_work on purge_item for select to simpul_job_retention using (true);
create policy done on purge_item for delete to simpul_job_retention using (true);
grant select, insert, delete on purge_item to simpul_job_retention;

-- The job reads what the rules ask, and deletes what stands in purge_item; of a record itself only while it is at rest.
do $$
declare
  part text;
  relation text;
  asked text;
  resting jsonb := '{"referral":"purged_at is not null","intake":"rested_at is not null","case_file":"rested_at is not null",
    "dissemination":"status = ''DISSEMINATED''","hold":"rested_at is not null","rfi":"status in (''CLOSED'',''EXPIRED'',''CANCELLED'')",
    "lead":"sealed_at is not null","interest":"withdrawn_at is not null or ended_at is not null","matter":"status <> ''LIVE''","notification":"true"}';
begin
  for part in select distinct t from unnest(retention_classes()) c, unnest(retention_tables(c)) t loop
    relation := split_part(part, '.', 1);
    asked := split_part(part, '.', 2);
    execute format('grant select (%I), delete on %I to simpul_job_retention', asked, relation);
    execute format('create policy purge_reads on %I for select to simpul_job_retention using (true)', relation);
    execute format('create policy purges on %1$I for delete to simpul_job_retention
      using ((select true from purge_item i where i.object_id = %1$I.%2$I and i.class <> ''REFERRAL'' limit 1) and %3$s)',
      relation, asked, coalesce(resting ->> relation, 'true'));
  end loop;
  foreach relation in array array['retention_schedule','retention_period','retention_decision','purge_run'] loop
    execute format('create policy purge_reads on %I for select to simpul_job_retention using (true)', relation);
    execute format('grant select on %I to simpul_job_retention', relation);
  end loop;
end $$;
grant select (id, owner, status, touched_at, purged_at, restricted) on referral to simpul_job_retention;
grant select (id, owner, referral_id) on referral_version, import_run, intake to simpul_job_retention;
grant select (rested_at) on intake, case_file, hold, rfi to simpul_job_retention;
grant select (id, owner) on case_file, hold, preservation_request, unmasking, alone_act, rfi_answer, lead, matter, notification
  to simpul_job_retention;
grant select (restricted) on case_file to simpul_job_retention;
grant select (id, owner, status, case_id) on dissemination, rfi to simpul_job_retention;
grant select (id, owner, number, sealed_at) on dissemination_version to simpul_job_retention;
grant select (closed_at, matter) on rfi to simpul_job_retention;
grant select (owner, thread_id) on rfi_recipient to simpul_job_retention;
grant select (thread_id) on rfi_origin to simpul_job_retention;
grant select (dissemination_id) on rfi_answer to simpul_job_retention;
grant select (id, owner) on hold_version to simpul_job_retention;
grant select (id, owner) on consent to simpul_job_retention;
grant select (id, owner, matter, withdrawn_at, ended_at) on interest to simpul_job_retention;
grant select (id, owner, first_interest, second_interest) on interest_meeting to simpul_job_retention;
grant select (id, owner, meeting_id, recipient) on interest_contact to simpul_job_retention;
grant select (subject_id, kind) on case_event to simpul_job_retention;
grant select (id, owner, at) on subject_search, pointer_search to simpul_job_retention;
grant select (search_id) on rfi to simpul_job_retention;
grant select (owner, object_id, hold_id) on hold_origin to simpul_job_retention;
grant select (owner, case_id) on case_intake to simpul_job_retention;
grant select (received_at, sealed_at) on lead to simpul_job_retention;
grant select (number, status, changed_at, expires_at) on matter to simpul_job_retention;
grant select (at) on notification to simpul_job_retention;
grant select (intake_id) on case_intake, dissemination_origin to simpul_job_retention;
grant select (subject_id, key_id) on protected_subject to simpul_job_retention;
grant select (key_id) on protected_copy to simpul_job_retention;
grant select (owner, status) on legal_hold to simpul_job_retention;

-- closing a referral, with what stands beside it
do $$
declare
  closing text;
begin
  foreach closing in array array['referral','unmasking','alone_act'] loop
    execute format('grant update (purged_at) on %I to simpul_job_retention', closing);
  end loop;
end $$;
create policy closed on referral for update to simpul_job_retention
  using ((select true from purge_item i where i.object_id = referral.id and i.class = 'REFERRAL'
    and referral.status in ('SUBMITTED','WITHDRAWAL_ASKED','EXPIRED')))
  with check (purged_at is not null);
create policy closed on unmasking for update to simpul_job_retention
  using ((select true from purge_item i where i.object_id = unmasking.object_id and i.class = 'REFERRAL'))
  with check (purged_at is not null);
create policy closed on alone_act for update to simpul_job_retention
  using ((select true from purge_item i where i.object_id = alone_act.object_id and i.class = 'REFERRAL')
    or (select true from unmasking u join purge_item i on i.object_id = u.object_id and i.class = 'REFERRAL'
        where u.id = alone_act.object_id))
  with check (purged_at is not null);
create index referral_version_referral on referral_version (referral_id);
create index import_run_of_referral on import_run (referral_id);
create index import_run_version on import_run (version_id);
create index preservation_request_of_referral on preservation_request (object_id);
create index referral_reminder_referral on referral_reminder (referral_id);
create index referral_member_referral on referral_member (referral_id);
create index alone_act_object on alone_act (object_id);
create index unmasking_object on unmasking (object_id);
create index hold_origin_object on hold_origin (object_id);
create index rfi_answer_dissemination on rfi_answer (dissemination_id) where dissemination_id is not null;
create index rfi_case on rfi (owner, case_id) where case_id is not null;
create index intake_referral on intake (referral_id);
create index team_grant_referral on team_grant (owner, referral_id) where referral_id is not null;
create index team_grant_case on team_grant (owner, case_id) where case_id is not null;
create index case_note_text_case on case_note_text (case_id);
create index recall_notice_recall on recall_notice (recall_id) where recall_id is not null;
create index onward_disclosure_consent on onward_disclosure (consent_id);
create index interest_matter on interest (owner, matter);
create index case_event_removed on case_event (subject_id) where kind = 'INTAKE_REMOVED';

--changeset simpul:033-purge-portions splitStatements:false
-- Takes the next portion, in the order of the ids; it is the transaction's until retention_delete.
create function retention_pick(p_run uuid, p_class text, p_after uuid, p_limit int) returns table (id uuid, until date)
  language plpgsql as $$
declare
  months int := coalesce(retention_months(p_class), case p_class when 'SUBMISSION' then 0 end);
begin
  perform pg_advisory_xact_lock(hashtextextended('simpul.retention', 0));
  if months is null then
    return;
  end if;
  -- with the period as a literal: planned along the key of the class
  return query execute case p_class when 'SUBMISSION' then $q$
    with due as (select r.id, r.owner, r.purged_at::date as until from referral r
      where r.purged_at is not null and r.id > $1 and not retention_is_needed('SUBMISSION', r.id) order by r.id limit $2)
    $q$ else format($q$
    with due as (select s.id, s.owner, (s.since + make_interval(months => %1$s))::date as until from %3$I s
      where s.id > $1
        and s.since + make_interval(months => %1$s) <= (select r.counted_at from purge_run r where r.id = $3)
        and (%2$L = 'REFERRAL' or not retention_is_needed(%2$L, s.id) and s.id not in (select retention_held(%2$L)))
      order by s.id limit $2)
    $q$, months, p_class, 'resting_' || lower(p_class)) end || $q$,
    taken as (insert into purge_item (run_id, owner, class, object_id) select $3, d.owner, $4, d.id from due d)
    select d.id, d.until from due d order by d.id $q$ using p_after, p_limit, p_run, p_class;
end $$;

-- Names the parts of what was picked.
create function retention_parts() returns void language sql as $$
  insert into purge_item (run_id, owner, class, object_id)
  select i.run_id, p.owner, 'PART', p.id from purge_item i, lateral (
    select v.id, v.owner from referral_version v where i.class = 'SUBMISSION' and v.referral_id = i.object_id
    union all select r.id, r.owner from import_run r where i.class = 'SUBMISSION' and r.referral_id = i.object_id
    union all select q.id, q.owner from preservation_request q where i.class = 'SUBMISSION' and q.object_id = i.object_id
    union all select v.id, v.owner from dissemination_version v where i.class = 'DISSEMINATION' and v.dissemination_id = i.object_id
    union all select c.id, c.owner from consent c join dissemination_version v on v.id = c.object_id
      where i.class = 'DISSEMINATION' and v.dissemination_id = i.object_id
    union all select v.id, v.owner from hold_version v where i.class = 'HOLD' and v.hold_id = i.object_id
    union all select t.thread_id, t.owner from rfi_recipient t where i.class = 'RFI' and t.rfi_id = i.object_id
    union all select a.id, a.owner from rfi_answer a join rfi_recipient t on t.thread_id = a.thread_id
      where i.class = 'RFI' and t.rfi_id = i.object_id
    -- what its own agency was told; that they met goes with the last of the two
    union all select c.id, c.owner from interest_meeting m join interest_contact c on c.meeting_id = m.id and c.recipient = i.owner
      where i.class = 'INTEREST' and i.object_id in (m.first_interest, m.second_interest)
    union all select m.id, m.owner from interest_meeting m
      where i.class = 'INTEREST' and i.object_id in (m.first_interest, m.second_interest)
        and not exists (select from interest o where o.id in (m.first_interest, m.second_interest)
          and not exists (select from purge_item n where n.object_id = o.id))) p
  where i.class in ('SUBMISSION','DISSEMINATION','HOLD','RFI','INTEREST')
  -- two of the portion may have met
  on conflict do nothing;
  insert into purge_item (run_id, owner, class, object_id)
  select i.run_id, u.owner, 'PART', u.id from purge_item i join unmasking u on u.object_id = i.object_id
  where i.class in ('SUBMISSION','INTAKE','PART');
$$;

-- Deletes what was picked, all of it or nothing.
create function retention_delete(p_class text) returns void language plpgsql as $$
declare
  roots uuid[] := array(select object_id from purge_item where class = p_class);
  named uuid[] := array(select object_id from purge_item);
  gone bigint;
  part text;
begin
  if p_class = 'REFERRAL' then
    update alone_act set purged_at = now() where object_id = any(roots)
      or object_id in (select u.id from unmasking u where u.object_id = any(roots));
    update unmasking set purged_at = now() where object_id = any(roots);
    update referral set purged_at = now() where id = any(roots)
      and touched_at + make_interval(months => retention_months(p_class)) <= now();
    get diagnostics gone = row_count;
  else
    foreach part in array retention_tables(p_class) loop
      execute format('delete from %I where %I = any($1)', split_part(part, '.', 1), split_part(part, '.', 2)) using named;
      get diagnostics gone = row_count;
    end loop;
  end if;
  if gone <> cardinality(roots) then
    raise exception 'something of it is no longer at rest' using errcode = '40001';
  end if;
  delete from purge_item;
end $$;

-- What a purge would take, or leave for a hold, counted without touching it.
create function retention_count(p_class text) returns table (expired bigint, on_hold bigint, oldest date) language plpgsql as $$
declare
  months int := coalesce(retention_months(p_class), case p_class when 'SUBMISSION' then 0 end);
begin
  if months is null then
    return query select 0::bigint, 0::bigint, null::date;
  elsif p_class = 'SUBMISSION' then
    return query select count(*), 0::bigint, min(r.purged_at)::date from referral r
      where r.purged_at is not null and not retention_is_needed('SUBMISSION', r.id);
  else
    return query execute format($q$
      select count(*), count(*) filter (where %2$L <> 'REFERRAL' and s.id in (select retention_held(%2$L))),
        min(s.since + make_interval(months => %1$s))::date
      from retention_subject s where s.class = %2$L and s.since + make_interval(months => %1$s) <= now() $q$, months, p_class);
  end if;
end $$;
grant execute on function retention_is_needed(text, uuid), retention_held(text),
  retention_may_purge(uuid, text, uuid, uuid), retention_is_part(uuid), retention_tables(text), retention_classes(),
  retention_pick(uuid, text, uuid, int), retention_parts(), retention_delete(text), retention_count(text)
  to simpul_job_retention;
