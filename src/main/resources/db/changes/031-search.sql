--liquibase formatted sql

--changeset simpul:031-name-key splitStatements:false
-- What names in a dissemination are looked up by (room identifier), written as it is sealed. A protected subject has no
-- name there, and so no key. As in 012, a search begins with the versions that reach the caller.
create table dissemination_name_key (
  owner uuid not null,
  version_id uuid not null,
  subject_id uuid not null,
  key text not null,
  primary key (owner, subject_id, key),
  foreign key (version_id, owner) references dissemination_version (id, owner),
  foreign key (subject_id, owner) references dissemination_subject (id, owner)
);
create index dissemination_name_key_search on dissemination_name_key (version_id, key);
call wall_part('dissemination_name_key', 'dissemination_version');

--changeset simpul:031-subject-search splitStatements:false
-- That somebody searched, for what purpose and under which matter: its institution's own. Of the value, a keyed digest.
create table subject_search (
  id uuid primary key,
  owner uuid not null references participant,
  person_id uuid not null,
  purpose text not null,
  matter text,
  predicate_offence text,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  unique (id, owner),
  check ((matter is null) = (predicate_offence is null))
);
create index subject_search_newest on subject_search (owner, id desc);
call wall_own('subject_search');
-- what an agency asks the FIU after it has searched
alter table rfi add column search_id uuid;
alter table rfi add foreign key (search_id, owner) references subject_search (id, owner);
create index rfi_search on rfi (search_id) where search_id is not null;
grant update (search_id) on rfi to simpul_app;

--changeset simpul:031-pointer-switch splitStatements:false
-- That an agency is told whether the FIU holds something, under matters of one offence: put in force by two persons.
create table pointer_switch (
  id uuid primary key,
  owner uuid not null references participant,
  agency uuid not null references participant,
  predicate_offence text not null,
  reason text not null,
  ends_at timestamptz not null,
  status text not null check (status in ('PROPOSED','ON','DECLINED','OFF')),
  digest text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  ended_by uuid,
  ended_at timestamptz,
  unique (id, owner),
  check ((decided_by is null) = (decided_at is null)),
  check ((status = 'PROPOSED') = (decided_by is null)),
  check ((status = 'OFF') = (ended_at is not null)),
  -- a second person
  constraint pointer_switch_decided check (decided_by is null or decided_by <> proposed_by)
);
create index pointer_switch_newest on pointer_switch (owner, id desc);
create unique index pointer_switch_on on pointer_switch (owner, agency, predicate_offence) where status = 'ON';
call wall_own('pointer_switch');
grant update (status, decided_by, decided_at, decline_reason, ended_by, ended_at) on pointer_switch to simpul_app;
create policy of_the_fiu_for_an_agency on pointer_switch as restrictive for insert to simpul_app
  with check (status = 'PROPOSED'
    and (select true from participant f where f.id = pointer_switch.owner and f.kind = 'FIU')
    and (select true from participant a where a.id = pointer_switch.agency and a.kind = 'LAW_ENFORCEMENT'));

-- That the pointer was asked, and what it said: the agency's own, read by the FIU. Not by whom, what, or in which matter.
create table pointer_search (
  id uuid primary key,
  owner uuid not null references participant,
  recipient uuid not null references participant,
  predicate_offence text not null,
  answer text not null check (answer in ('HELD','NONE')),
  at timestamptz not null,
  unique (id, owner),
  check (owner <> recipient)
);
create index pointer_search_received on pointer_search (recipient, id desc);
call wall_rls('pointer_search');
create policy see on pointer_search for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      or recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy told_to_the_fiu on pointer_search as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = pointer_search.recipient and f.kind = 'FIU'));

-- How often something was asked on a day: by an institution (counted = owner) and by each of its people. It counts one by
-- one, and is gone a week after its day.
create table inquiry_quota (
  owner uuid not null references participant,
  kind text not null check (kind in ('POINTER','INTEREST')),
  counted uuid not null,
  day date not null,
  asked int not null check (asked > 0),
  primary key (owner, kind, counted, day)
);
call wall_own('inquiry_quota');
grant update (asked), delete on inquiry_quota to simpul_app;
create policy from_one on inquiry_quota as restrictive for insert to simpul_app with check (asked = 1);
create policy days_past on inquiry_quota as restrictive for delete to simpul_app using (day < current_date - 7);
create function refuse_other_count() returns trigger language plpgsql as $$
begin
  raise exception 'a count goes up by one' using errcode = '42501';
end $$;
create trigger one_by_one before update on inquiry_quota for each row
  when (current_user = 'simpul_app' and new.asked <> old.asked + 1) execute function refuse_other_count();

--changeset simpul:031-pointer splitStatements:false
-- What the two functions below read, and nothing else does under their owner's rights.
create policy pointed on pointer_switch for select to simpul_owner using (status = 'ON');
create policy pointed on matter for select to simpul_owner
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy pointed on referral for select to simpul_owner using (true);
create policy pointed on referral_version for select to simpul_owner using (sealed_at is not null);
create policy pointed on referral_identifier for select to simpul_owner using (true);
create policy pointed on referral_transaction for select to simpul_owner using (true);
create policy pointed on intake for select to simpul_owner using (true);
create policy pointed on case_intake for select to simpul_owner using (true);
create policy pointed on case_file for select to simpul_owner using (true);
create policy pointed on lead for select to simpul_owner using (sealed_at is not null);
create policy pointed on lead_identifier for select to simpul_owner using (true);
create policy pointed on subject_digest for select to simpul_owner using (true);
create policy pointed on inquiry_quota for select to simpul_owner
  using (kind = 'POINTER' and owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));

-- SECURITY DEFINER, one of the few: an agency reads no switch of the FIU's. Says whether one is on for the caller's
-- agency and the offence of its live matter.
create function simpul_points(p_matter text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select 1 from public.pointer_switch s
    join public.participant a on a.id = s.agency and a.kind = 'LAW_ENFORCEMENT' and a.status = 'ADMITTED'
    join public.matter m on m.owner = s.agency and m.number = p_matter and m.offence = s.predicate_offence
      and m.status = 'LIVE' and m.expires_at > now()
    where s.agency = nullif(current_setting('simpul.participant', true), '')::uuid
      and s.status = 'ON' and s.ends_at > now())
$$;
revoke all on function simpul_points(text) from public;
grant execute on function simpul_points(text) to simpul_app;

-- Whether a version counts as held: the last that the FIU took in of a referral that it did not turn down, and neither
-- the referral nor a case that it is in is restricted. Nobody but simpul_pointer may call it.
create function simpul_counts(p_version uuid) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (
    select 1 from public.referral_version v
    join public.referral r on r.id = v.referral_id and not r.restricted
    join public.participant f on f.kind = 'FIU'
    join public.intake n on n.owner = f.id and n.referral_id = v.referral_id and n.version_id = v.id
      and n.status not in ('REJECTED_INVALID','NOT_ACCEPTED','WITHDRAWN')
    where v.id = p_version and v.sealed_at is not null
      and not exists (select 1 from public.case_intake c join public.case_file k on k.id = c.case_id
        where c.owner = n.owner and c.intake_id = n.id and k.restricted))
$$;
revoke all on function simpul_counts(uuid) from public;

-- SECURITY DEFINER, one of the few: whether the FIU holds a value, to an agency for which that is switched on, and nothing
-- else of it. The same look-ups are made whatever is held, each in at most the 50 newest versions that hold the value, and
-- the answer comes when p_takes is over, not when it is found. It takes 20 ms at least, and a transaction that has counted
-- itself against the quota of the caller's institution and person; how high the count may be, and whether p_protected is
-- the keyed digest of the value, the hub alone knows.
create function simpul_pointer(p_matter text, p_type text, p_scope text, p_value text, p_protected bytea, p_takes interval)
  returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public
  set plan_cache_mode = force_generic_plan as $$
declare
  until timestamptz := clock_timestamp() + greatest(p_takes, interval '20 ms');
  named boolean;
  paying boolean;
  paid boolean;
  led boolean;
  kept boolean;
begin
  if not public.simpul_points(p_matter) then
    raise exception 'the pointer is off' using errcode = '42501';
  end if;
  if octet_length(p_protected) is distinct from 32 then
    raise exception 'no digest' using errcode = '22023';
  end if;
  if (select count(*) from public.inquiry_quota q
      where q.owner = nullif(current_setting('simpul.participant', true), '')::uuid and q.kind = 'POINTER'
        and q.counted in (q.owner, nullif(current_setting('simpul.person', true), '')::uuid)
        and q.day >= current_date - 1 and q.xmin = pg_current_xact_id()::xid) < 2 then
    raise exception 'not counted' using errcode = '42501';
  end if;
  with recursive held (version_id) as (
    (select i.version_id from public.referral_identifier i
      where i.value = p_value and i.type = p_type and i.scope = p_scope order by i.version_id desc limit 1)
    union all
    select (select i.version_id from public.referral_identifier i
      where i.value = p_value and i.type = p_type and i.scope = p_scope and i.version_id < h.version_id
      order by i.version_id desc limit 1) from held h where h.version_id is not null)
  select coalesce(bool_or(public.simpul_counts(n.version_id)), false) into named
    from (select h.version_id from held h where h.version_id is not null limit 50) n;
  with recursive held (version_id) as (
    (select t.version_id from public.referral_transaction t
      where t.from_value = p_value and t.from_type = p_type and t.from_scope = p_scope order by t.version_id desc limit 1)
    union all
    select (select t.version_id from public.referral_transaction t
      where t.from_value = p_value and t.from_type = p_type and t.from_scope = p_scope and t.version_id < h.version_id
      order by t.version_id desc limit 1) from held h where h.version_id is not null)
  select coalesce(bool_or(public.simpul_counts(n.version_id)), false) into paying
    from (select h.version_id from held h where h.version_id is not null limit 50) n;
  with recursive held (version_id) as (
    (select t.version_id from public.referral_transaction t
      where t.to_value = p_value and t.to_type = p_type and t.to_scope = p_scope order by t.version_id desc limit 1)
    union all
    select (select t.version_id from public.referral_transaction t
      where t.to_value = p_value and t.to_type = p_type and t.to_scope = p_scope and t.version_id < h.version_id
      order by t.version_id desc limit 1) from held h where h.version_id is not null)
  select coalesce(bool_or(public.simpul_counts(n.version_id)), false) into paid
    from (select h.version_id from held h where h.version_id is not null limit 50) n;
  led := exists (select 1 from public.lead_identifier i join public.lead l on l.id = i.version_id
    where i.value = p_value and i.type = p_type and i.scope = p_scope and l.sealed_at is not null);
  kept := exists (select 1 from public.subject_digest d join public.participant f on f.id = d.owner and f.kind = 'FIU'
    where d.digest = p_protected)
    or exists (select 1 from public.protected_value d join public.participant f on f.id = d.owner and f.kind = 'FIU'
      where d.digest = p_protected);
  -- a sleep ends by whole milliseconds from where it began: the last of the way is waited awake
  perform pg_sleep(greatest(0, extract(epoch from until - clock_timestamp()) - 0.003));
  while clock_timestamp() < until loop
  end loop;
  return (named or paying or paid or led) and not kept;
end $$;
revoke all on function simpul_pointer(text, text, text, text, bytea, interval) from public;
grant execute on function simpul_pointer(text, text, text, text, bytea, interval) to simpul_app;

--changeset simpul:031-interest splitStatements:false
-- That an agency looks at an identifier or a name, of which a keyed digest alone is kept. Its own; nobody else reads it.
create table interest (
  id uuid primary key,
  owner uuid not null references participant,
  reference text not null,
  matter text not null,
  kind text not null,
  digest bytea not null check (octet_length(digest) = 32),
  desk text not null,
  contact text not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  silent_until timestamptz,
  silence_reason text,
  silenced_by uuid,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  foreign key (owner, matter) references matter (owner, number),
  unique (owner, reference),
  unique (id, owner),
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check (silent_until is null or (silence_reason is not null and silenced_by is not null))
);
create index interest_newest on interest (owner, id desc);
create index interest_digest on interest (digest) where withdrawn_at is null;
create index interest_due on interest (ends_at, silent_until) where withdrawn_at is null and ended_at is null;
call wall_own('interest');
grant update (ended_at, silent_until, silence_reason, silenced_by, withdrawn_by, withdrawn_at) on interest to simpul_app;
create policy of_an_agency on interest as restrictive for insert to simpul_app
  with check ((select true from participant p where p.id = interest.owner and p.kind = 'LAW_ENFORCEMENT'));
-- the clerk that looks for meetings, and the clock: not why it is silent, nor by whom it was registered
create policy met on interest for select to simpul_clock using (withdrawn_at is null);
grant select (id, owner, reference, matter, digest, desk, contact, ends_at, ended_at, silent_until, withdrawn_at)
  on interest to simpul_clock;
create policy met on matter for select to simpul_clock using (status = 'LIVE');
grant select (owner, number, status, expires_at) on matter to simpul_clock;
grant select (id, status) on participant to simpul_clock;

-- That interests of two agencies are in the same: the FIU's, written by its clerk and by no person.
create table interest_meeting (
  id uuid primary key,
  owner uuid not null references participant,
  first_interest uuid not null,
  first_agency uuid not null references participant,
  first_reference text not null,
  second_interest uuid not null,
  second_agency uuid not null references participant,
  second_reference text not null,
  at timestamptz not null,
  told_at timestamptz,
  unique (owner, first_interest, second_interest),
  unique (id, owner),
  check (first_agency <> second_agency)
);
create index interest_meeting_newest on interest_meeting (owner, id desc);
create index interest_meeting_first on interest_meeting (first_interest);
create index interest_meeting_second on interest_meeting (second_interest);
call wall_own('interest_meeting');
grant update (told_at) on interest_meeting to simpul_app;
-- which were missed
create policy met on interest_meeting for select to simpul_clock using (true);
grant select (first_interest, second_interest, told_at) on interest_meeting to simpul_clock;
create policy by_the_clerk on interest_meeting as restrictive for insert to simpul_app
  with check ((select nullif(current_setting('simpul.person', true), '')) is null
    and (select true from participant f where f.id = interest_meeting.owner and f.kind = 'FIU'));

-- What the FIU tells one of them: the other's desk, for its own interest. It never changes.
create table interest_contact (
  id uuid primary key,
  owner uuid not null,
  recipient uuid not null references participant,
  meeting_id uuid not null,
  reference text not null,
  desk text not null,
  contact text not null,
  at timestamptz not null,
  foreign key (meeting_id, owner) references interest_meeting (id, owner),
  unique (owner, meeting_id, recipient),
  unique (id, owner)
);
create index interest_contact_received on interest_contact (recipient, id desc);
call wall_rls('interest_contact');
create policy see on interest_contact for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      or recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy by_the_clerk on interest_contact as restrictive for insert to simpul_app
  with check ((select nullif(current_setting('simpul.person', true), '')) is null
    and (select true from interest_meeting m where m.id = interest_contact.meeting_id and m.told_at is not null
      and interest_contact.recipient in (m.first_agency, m.second_agency)));
