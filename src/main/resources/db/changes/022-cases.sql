--liquibase formatted sql

--changeset simpul:022-case-file splitStatements:false
-- How far a case is, and whether it is kept to its team.
alter table case_file
  add column status text not null default 'OPEN' check (status in ('OPEN','CLOSED')),
  add column restricted boolean not null default false,
  add column reopening_proposed_by uuid,
  add check (reopening_proposed_by is null or status = 'CLOSED');
grant update (status, restricted, reopening_proposed_by) on case_file to simpul_app;
grant delete on case_member, case_intake to simpul_app;

-- A supervisor's sight of a restricted case, for a time, by another person's leave. It stays when it is over.
create table case_grant (
  id uuid primary key,
  owner uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ends_at timestamptz not null,
  ended_by uuid,
  check (person_id <> granted_by and ends_at >= granted_at),
  foreign key (case_id, owner) references case_file (id, owner),
  foreign key (person_id, owner) references person (id, participant_id),
  foreign key (granted_by, owner) references person (id, participant_id),
  unique (owner, id, case_id, person_id, ends_at)
);
create index case_grant_case on case_grant (owner, case_id, id desc);
call wall_own('case_grant');
grant update (ends_at, ended_by) on case_grant to simpul_app;

--changeset simpul:022-team-grant splitStatements:false
-- The keys of 016 open cases as well: one for each member of the team, which goes with the membership, and one for each
-- grant, which ends when the grant does.
alter table team_grant
  drop constraint team_grant_pkey,
  drop constraint team_grant_owner_object_id_person_id_fkey,
  add column referral_id uuid,
  add column case_id uuid,
  add column grant_id uuid,
  add column expires_at timestamptz;
create policy migrated on team_grant to simpul_owner using (true) with check (true);
create policy migrated on case_member for select to simpul_owner using (true);
update team_grant set referral_id = object_id;
insert into team_grant (owner, object_id, person_id, case_id)
  select owner, case_id, person_id, case_id from case_member;
do $$ begin
  if (select count(*) from team_grant where case_id is not null) <> (select count(*) from case_member)
     or exists (select from team_grant where num_nonnulls(referral_id, case_id) <> 1) then
    raise exception 'a member has no grant';
  end if;
end $$;
drop policy migrated on team_grant;
drop policy migrated on case_member;
alter table team_grant
  add unique nulls not distinct (owner, object_id, person_id, grant_id),
  add check (num_nonnulls(referral_id, case_id, grant_id) = 1),
  add check (object_id = coalesce(referral_id, case_id, object_id)),
  add check ((grant_id is null) = (expires_at is null)),
  add foreign key (owner, referral_id, person_id) references referral_member (owner, referral_id, person_id) on delete cascade,
  add foreign key (owner, case_id, person_id) references case_member (owner, case_id, person_id) on delete cascade,
  add foreign key (owner, grant_id, object_id, person_id, expires_at)
    references case_grant (owner, id, case_id, person_id, ends_at) on update cascade;

create or replace function member_to_grant() returns trigger language plpgsql as $$
begin
  insert into team_grant (owner, object_id, person_id, referral_id)
  values (new.owner, new.referral_id, new.person_id, new.referral_id);
  return null;
end $$;
create function case_member_to_grant() returns trigger language plpgsql as $$
begin
  insert into team_grant (owner, object_id, person_id, case_id)
  values (new.owner, new.case_id, new.person_id, new.case_id);
  return null;
end $$;
create trigger case_member_to_grant after insert on case_member for each row execute function case_member_to_grant();
create function case_grant_to_grant() returns trigger language plpgsql as $$
begin
  insert into team_grant (owner, object_id, person_id, grant_id, expires_at)
  values (new.owner, new.case_id, new.person_id, new.id, new.ends_at);
  return null;
end $$;
create trigger case_grant_to_grant after insert on case_grant for each row execute function case_grant_to_grant();

-- The team, who has a live grant, and the jobs of the hub, which act under no person.
create policy within_the_team on case_file as restrictive to simpul_app
  using (not restricted
    or (select nullif(current_setting('simpul.person', true), '')) is null
    or (select true from team_grant g where g.owner = case_file.owner and g.object_id = case_file.id
          and g.person_id = (select nullif(current_setting('simpul.person', true), '')::uuid)
          and (g.expires_at is null or g.expires_at > now()) limit 1));

--changeset simpul:022-case-work splitStatements:false
-- What is written in a case. A note keeps each text that it ever had; what lost against a text that came in between is a
-- note of its own, a conflicting copy, until somebody merges or drops it.
create table case_note (
  id uuid primary key,
  owner uuid not null,
  case_id uuid not null,
  copy_of uuid,
  status text not null check (status in ('KEPT','CONFLICTING','MERGED','DROPPED')),
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  revision bigint not null,
  check ((copy_of is null) = (status = 'KEPT')),
  foreign key (case_id, owner) references case_file (id, owner),
  foreign key (copy_of, owner) references case_note (id, owner),
  unique (id, owner)
);
create index case_note_newest on case_note (owner, case_id, id desc);
create index case_note_copies on case_note (owner, copy_of) where copy_of is not null;
call wall_own('case_note');
grant update (status, text, written_by, written_at, revision) on case_note to simpul_app;

create table case_note_text (
  id uuid primary key,
  owner uuid not null,
  case_id uuid not null,
  note_id uuid not null,
  revision bigint not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  foreign key (note_id, owner) references case_note (id, owner),
  foreign key (case_id, owner) references case_file (id, owner),
  unique (owner, note_id, revision)
);
call wall_own('case_note_text');

create table case_task (
  id uuid primary key,
  owner uuid not null,
  case_id uuid not null,
  title text not null,
  assignee uuid,
  due_on date,
  status text not null check (status in ('OPEN','DONE','DROPPED')),
  created_by uuid not null,
  created_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  reminded_at timestamptz,
  revision bigint not null,
  check ((status = 'OPEN') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  foreign key (case_id, owner) references case_file (id, owner)
);
create index case_task_newest on case_task (owner, case_id, id desc);
create index case_task_due on case_task (owner, due_on, id) where status = 'OPEN' and reminded_at is null;
create index case_task_assignee on case_task (owner, assignee, due_on) where status = 'OPEN';
call wall_own('case_task');
grant update (title, assignee, due_on, status, ended_by, ended_at, reminded_at, revision) on case_task to simpul_app;

-- Who did what in a case, when: one list, never changed.
create table case_event (
  id uuid primary key,
  owner uuid not null,
  case_id uuid not null,
  kind text not null,
  subject_id uuid,
  person_id uuid,
  participant_id uuid,
  detail text,
  at timestamptz not null,
  foreign key (case_id, owner) references case_file (id, owner)
);
create index case_event_newest on case_event (owner, case_id, id desc);
call wall_own('case_event');

--changeset simpul:022-with-its-case splitStatements:false
-- Everything that hangs on a case follows it.
do $$
declare
  hanging text;
begin
  foreach hanging in array array['case_member','case_intake','case_grant','case_note','case_note_text','case_task',
    'case_event','dissemination'] loop
    execute format('create policy with_its_case on %1$s as restrictive to simpul_app
      using ((select true from case_file c where c.id = %1$s.case_id))', hanging);
  end loop;
  foreach hanging in array array['dissemination_origin','dissemination_recipient'] loop
    execute format('create policy with_its_version on %1$s as restrictive to simpul_app
      using ((select true from dissemination_version v where v.id = %1$s.version_id))', hanging);
  end loop;
end $$;
-- of the FIU's own alone: what agencies hold by a disclosure is not asked
create policy with_its_case on dissemination_version as restrictive to simpul_app
  using (owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from dissemination d where d.id = dissemination_version.dissemination_id));
create policy with_its_version on protected_copy as restrictive to simpul_app
  using (owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from dissemination_version v where v.id = protected_copy.version_id));
create policy with_its_version on dissemination_response as restrictive to simpul_app
  using (object_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from dissemination_version v where v.id = dissemination_response.object_id));
create policy with_its_version on disclosure as restrictive for select to simpul_app
  using (object_kind <> 'DISSEMINATION_VERSION'
    or from_participant is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from dissemination_version v where v.id = disclosure.object_id));

--changeset simpul:022-disseminated splitStatements:false
-- What becomes of a dissemination stands in its case, whoever brings it about.
create function dissemination_to_case() returns trigger language plpgsql as $$
begin
  insert into case_event (id, owner, case_id, kind, subject_id, person_id, at)
  values (uuidv7(), new.owner, new.case_id, 'DISSEMINATION_DRAFTED', new.id, new.created_by, new.created_at);
  return null;
end $$;
create trigger dissemination_to_case after insert on dissemination for each row execute function dissemination_to_case();

create function sealing_to_case() returns trigger language plpgsql as $$
begin
  insert into case_event (id, owner, case_id, kind, subject_id, person_id, at)
  select uuidv7(), d.owner, d.case_id, 'DISSEMINATION_APPROVED', new.id, new.approved_by, new.sealed_at
  from dissemination d where d.id = new.dissemination_id;
  return null;
end $$;
create trigger sealing_to_case after update of sealed_at on dissemination_version for each row
  when (old.sealed_at is null and new.sealed_at is not null) execute function sealing_to_case();

create function delivery_to_case() returns trigger language plpgsql as $$
begin
  insert into case_event (id, owner, case_id, kind, subject_id, person_id, participant_id, at)
  select uuidv7(), d.owner, d.case_id,
    case when new.recalled_at is null then 'DISSEMINATION_DELIVERED' else 'DISSEMINATION_RECALLED' end,
    v.id, coalesce(new.recalled_by, new.disclosed_by), new.to_participant, coalesce(new.recalled_at, new.disclosed_at)
  from dissemination_version v join dissemination d on d.id = v.dissemination_id
  where v.id = new.object_id and v.owner = new.from_participant;
  return null;
end $$;
create trigger delivery_to_case after insert or update of recalled_at on disclosure for each row
  when (new.object_kind = 'DISSEMINATION_VERSION') execute function delivery_to_case();
