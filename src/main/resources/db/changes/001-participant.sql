--liquibase formatted sql

--changeset simpul:001-participant splitStatements:false
-- Who takes part. Not content: names and kinds are known to all members, memberships and people are not.
create table participant (
  id uuid primary key,
  alias text not null unique check (alias ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  name text not null unique,
  kind text not null check (kind in ('REPORTING_ENTITY','FIU','LAW_ENFORCEMENT','SUPERVISOR','PARTNER','FOREIGN_FIU','OPERATOR')),
  sector text,
  jurisdiction text not null check (jurisdiction ~ '^[A-Z]{2}$'),
  status text not null check (status in ('APPLIED','ADMITTED','SUSPENDED','LEFT')),
  identity_provider text unique,
  allowed_roles text[] not null,
  created_at timestamptz not null
);
-- one domestic FIU
create unique index participant_one_fiu on participant (kind) where kind = 'FIU';

create table community (
  kind text primary key,
  id uuid not null unique default uuidv7()
);
insert into community (kind) values ('REPORTING_ENTITY'), ('FIU'), ('LAW_ENFORCEMENT'), ('SUPERVISOR'), ('PARTNER'), ('FOREIGN_FIU'), ('OPERATOR');

create table person (
  id uuid primary key,
  participant_id uuid not null references participant,
  subject text not null,
  login text not null,
  status text not null check (status in ('ACTIVE','SWITCHED_OFF')),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  unique (participant_id, subject),
  unique (id, participant_id)
);
-- one subject is one person of one institution, for ever; asked by simpul_identify alone
create unique index person_subject on person (subject);

create table working_group (
  id uuid primary key,
  owner uuid not null references participant,
  name text not null,
  unique (owner, name),
  unique (id, owner)
);
create table working_group_member (
  group_id uuid not null,
  owner uuid not null,
  participant_id uuid not null references participant,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (owner, group_id, participant_id, joined_at),
  foreign key (group_id, owner) references working_group (id, owner)
);
create index working_group_member_of on working_group_member (participant_id);

-- Enters the caller for the length of the transaction: its keys are what row-level security asks.
create function simpul_enter(p_participant uuid, p_person uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
declare
  audience uuid[];
begin
  select array[p.id]
         || array(select c.id from public.community c where c.kind = p.kind)
         || array(select m.group_id from public.working_group_member m
                  where m.participant_id = p.id and m.joined_at <= now() and (m.left_at is null or m.left_at > now()))
         || array(select n.id from public.person n
                  where n.id = p_person and n.participant_id = p.id and n.status = 'ACTIVE')
    into audience
    from public.participant p where p.id = p_participant and p.status = 'ADMITTED'
     and (p_person is null or exists (select 1 from public.person n
                  where n.id = p_person and n.participant_id = p.id and n.status = 'ACTIVE'));
  perform set_config('simpul.participant', case when audience is null then '' else p_participant::text end, true),
          set_config('simpul.person', case when audience is null then '' else coalesce(p_person::text, '') end, true),
          set_config('simpul.keys', coalesce(audience, '{}')::text, true),
          set_config('simpul.suspended', array(select id from public.participant where status <> 'ADMITTED')::text, true);
end $$;

-- Finds the institution and the person behind a token, and writes a person down at the first sign-in through the
-- institution's own identity provider ('' where it has none).
create function simpul_identify(p_alias text, p_subject text, p_login text, p_provider text, p_new_id uuid)
  returns table (participant_id uuid, kind text, participant_status text, identity_provider text, allowed_roles text[],
                 person_id uuid, person_status text)
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  member public.participant;
  human public.person;
begin
  select * into member from public.participant p where p.alias = p_alias;
  if not found then
    return;
  end if;
  select * into human from public.person n where n.subject = p_subject;
  if not found and member.status = 'ADMITTED' and coalesce(member.identity_provider, '') = p_provider then
    insert into public.person (id, participant_id, subject, login, status, first_seen_at, last_seen_at)
    values (p_new_id, member.id, p_subject, p_login, 'ACTIVE', now(), now())
    on conflict (subject) do nothing;
    select * into human from public.person n where n.subject = p_subject;
  elsif human.participant_id = member.id and human.last_seen_at < now() - interval '1 minute' then
    update public.person n set last_seen_at = now(), login = p_login where n.id = human.id;
  end if;
  if human.participant_id is distinct from member.id then
    human := null;
  end if;
  return query select member.id, member.kind, member.status, member.identity_provider, member.allowed_roles,
                      human.id, human.status;
end $$;

revoke all on function simpul_enter(uuid, uuid), simpul_identify(text, text, text, text, uuid) from public;
grant execute on function simpul_enter(uuid, uuid), simpul_identify(text, text, text, text, uuid) to simpul_app;

alter table person enable row level security;
alter table person force row level security;
alter table working_group enable row level security;
alter table working_group force row level security;
alter table working_group_member enable row level security;
alter table working_group_member force row level security;
create policy upkeep on person to simpul_owner using (true) with check (true);
create policy upkeep on working_group to simpul_owner using (true) with check (true);
create policy upkeep on working_group_member to simpul_owner using (true) with check (true);
create policy own_people on person for select to simpul_app
  using (participant_id = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy own_groups on working_group for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
         or id = any ((select nullif(current_setting('simpul.keys', true), '')::uuid[])::uuid[]));
create policy own_memberships on working_group_member for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
         or participant_id = (select nullif(current_setting('simpul.participant', true), '')::uuid));

grant usage on schema public to simpul_app, simpul_auditor, simpul_dispatcher, simpul_clock;
grant select on participant, community, person, working_group, working_group_member to simpul_app;
grant insert on participant to simpul_app;
