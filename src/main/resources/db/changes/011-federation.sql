--liquibase formatted sql

--changeset simpul:011-participant splitStatements:false
-- An institution is admitted by two persons; the hub's own role can no longer write one into being.
alter table participant
  add column agreement_reference text,
  add column agreement_date date,
  -- since when an applicant's provider is there to be tried; the sign-in that tried it, and the roles that came with it
  add column tried_from timestamptz,
  add column test_sign_in_at timestamptz,
  add column test_roles text[],
  -- what Keycloak shall be like, and what it was last made like
  add column revision bigint not null default 1,
  add column provisioned_revision bigint not null default 0;
drop function simpul_identify(text, text, text, text, uuid);
-- an institution's identity provider has its alias
alter table participant drop column identity_provider;

create table identity_provider (
  owner uuid primary key references participant,
  protocol text not null check (protocol in ('OIDC','SAML')),
  metadata_url text,
  -- the document as it was checked
  metadata text,
  client_id text,
  roles_claim text not null,
  -- SHA-256 of the certificate that signs the metadata, or of the document itself, as the agreement has it
  fingerprint text,
  check (num_nonnulls(metadata_url, metadata) >= 1),
  check ((protocol = 'OIDC') = (client_id is not null))
);

-- What the operator proposes: an admission, another kind, provider or allow-list, the end of a suspension.
create table participant_change (
  id uuid primary key,
  owner uuid not null references participant,
  participant_id uuid not null references participant,
  change text not null check (change in ('ADMISSION','AMENDMENT','REINSTATEMENT')),
  content jsonb not null,
  digest text not null,
  status text not null check (status in ('PROPOSED','IN_FORCE','DECLINED','WITHDRAWN')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  checked_at timestamptz,
  findings text[] not null default '{}',
  decided_at timestamptz,
  reason text,
  revision bigint not null default 0,
  unique (id, owner)
);
create unique index participant_change_open on participant_change (owner, participant_id) where status = 'PROPOSED';
create index participant_change_of on participant_change (participant_id, id desc);

-- The second persons, each of an institution of their own.
create table participant_approval (
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null,
  person_id uuid not null,
  digest text not null,
  decided_at timestamptz not null,
  primary key (owner, object_id, digest),
  foreign key (object_id, object_owner) references participant_change (id, owner),
  foreign key (person_id, owner) references person (id, participant_id)
);

-- Whether the first members are there: from then on everybody is admitted by two persons.
create table founding (closed_at timestamptz not null);
insert into founding select now() where exists (select 1 from participant);

-- People and the machines that act for an institution.
alter table person
  add column kind text not null default 'HUMAN' check (kind in ('HUMAN','MACHINE')),
  add column roles text[] not null default '{}',
  add column signed_in_at timestamptz;

create table machine_client (
  id uuid primary key,
  owner uuid not null references participant,
  client_id text not null,
  name text not null,
  roles text[] not null,
  -- public keys, a JSON Web Key Set (RFC 7517)
  keys jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  last_used_at timestamptz,
  revision bigint not null default 1,
  provisioned_revision bigint not null default 0,
  unique (owner, client_id),
  unique (id, owner),
  foreign key (id, owner) references person (id, participant_id),
  check ((revoked_at is null) = (revoked_by is null))
);
call wall_own('machine_client');

create function simpul_oversees() returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select 1 from public.community c where c.kind in ('OPERATOR','FIU','SUPERVISOR')
                   and c.id = any (nullif(current_setting('simpul.keys', true), '')::uuid[])) $$;
create function simpul_operates() returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select 1 from public.community c where c.kind = 'OPERATOR'
                   and c.id = any (nullif(current_setting('simpul.keys', true), '')::uuid[])) $$;
revoke all on function simpul_oversees(), simpul_operates() from public;
grant execute on function simpul_oversees(), simpul_operates() to simpul_app;

alter table participant enable row level security;
alter table participant force row level security;
alter table identity_provider enable row level security;
alter table identity_provider force row level security;
alter table participant_change enable row level security;
alter table participant_change force row level security;
alter table founding enable row level security;
alter table founding force row level security;
create policy upkeep on participant to simpul_owner using (true) with check (true);
create policy upkeep on identity_provider to simpul_owner using (true) with check (true);
create policy upkeep on participant_change to simpul_owner using (true) with check (true);
create policy upkeep on founding to simpul_owner using (true) with check (true);
create policy upkeep on machine_client to simpul_owner using (true) with check (true);
-- members are known to all members, applicants to those who admit
create policy see on participant for select to simpul_app using (status <> 'APPLIED' or (select simpul_oversees()));
create policy see_all on participant for select to simpul_auditor, simpul_dispatcher, simpul_clock using (true);
create policy apply on participant for insert to simpul_app
  with check (status = 'APPLIED' and test_sign_in_at is null and (select simpul_operates()));
create policy see on identity_provider for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid) or (select simpul_oversees()));
create policy see on participant_change for select to simpul_app using ((select simpul_oversees()));
create policy add on participant_change for insert to simpul_app
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid) and (select simpul_operates())
              and status = 'PROPOSED');
-- the operator edits and withdraws what nobody has decided on; in force it is set by simpul_decide alone
create policy chg on participant_change for update to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid) and status = 'PROPOSED')
  with check (status in ('PROPOSED','WITHDRAWN'));
create policy see on founding for select to simpul_app using (true);
grant select on identity_provider, participant_change, founding to simpul_app;
grant insert on participant_change to simpul_app;
grant update (content, digest, checked_at, findings, status, decided_at, revision) on participant_change to simpul_app;
call wall_contribution('participant_approval');
create policy upkeep on participant_approval to simpul_owner using (true) with check (true);
create policy oversight on participant_approval for select to simpul_app using ((select simpul_oversees()));
grant update (keys, revision) on machine_client to simpul_app;
-- names and public keys, for Keycloak
create policy provision on machine_client for select to simpul_app using ((select simpul_operates()));

-- Admits the first members, once, for the bootstrap: [{id, alias, name, …}].
create function simpul_found(p_members jsonb) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  lock table public.founding in exclusive mode;
  if exists (select 1 from public.founding) then
    raise exception 'the hub has been founded' using errcode = '42501';
  end if;
  insert into public.participant (id, alias, name, kind, sector, jurisdiction, status, allowed_roles, created_at)
  select m.id, m.alias, m.name, m.kind, m.sector, m.jurisdiction, 'ADMITTED', m.allowed_roles, m.created_at
    from jsonb_to_recordset(p_members) as m(id uuid, alias text, name text, kind text, sector text, jurisdiction text,
                                            allowed_roles text[], created_at timestamptz);
  insert into public.identity_provider (owner, protocol, metadata_url, metadata, client_id, roles_claim, fingerprint)
  select m.id, m.protocol, m.metadata_url, m.metadata, m.client_id, m.roles_claim, m.fingerprint
    from jsonb_to_recordset(p_members) as m(id uuid, protocol text, metadata_url text, metadata text, client_id text,
                                            roles_claim text, fingerprint text);
  insert into public.founding values (now());
end $$;

-- Whether those who must agree have: the FIU or the overseer; where an FIU, an agency or a supervisor is or becomes one,
-- each of the two that there is. A suspended one is none: it neither agrees nor is waited for.
create function simpul_is_approved(p_change uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  with change as (
    select c.*, p.kind from public.participant_change c join public.participant p on p.id = c.participant_id
     where c.id = p_change),
  approver as (
    select a.id, a.kind from public.participant a where a.status = 'ADMITTED'
       and (a.kind = 'FIU' or a.kind = 'SUPERVISOR' and 'oversight-auditor' = any (a.allowed_roles))),
  approved as (
    select distinct a.kind from change c
      join public.participant_approval y on y.object_id = c.id and y.digest = c.digest and y.person_id <> c.proposed_by
      join approver a on a.id = y.owner)
  select exists (select 1 from approved)
     and (not exists (select 1 from change c where array[c.kind, c.content ->> 'kind']
                        && array['FIU','LAW_ENFORCEMENT','SUPERVISOR'])
          or not exists (select 1 from approver a where a.kind not in (select kind from approved))) $$;

-- Puts an approved change in force.
create function simpul_decide(p_change uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  change public.participant_change;
  provider jsonb;
begin
  select * into change from public.participant_change c where c.id = p_change for update;
  if change.status is distinct from 'PROPOSED' or not public.simpul_is_approved(p_change) then
    raise exception 'the change is not approved' using errcode = '42501';
  end if;
  if change.checked_at is null or cardinality(change.findings) > 0 or change.change = 'ADMISSION'
      and not exists (select 1 from public.participant p where p.id = change.participant_id and p.test_sign_in_at is not null) then
    raise exception 'the provider is not checked' using errcode = '42501';
  end if;
  provider := change.content -> 'identity_provider';
  update public.participant p set
      name = change.content ->> 'name', kind = change.content ->> 'kind', sector = change.content ->> 'sector',
      jurisdiction = change.content ->> 'jurisdiction',
      agreement_reference = change.content -> 'agreement' ->> 'reference',
      agreement_date = (change.content -> 'agreement' ->> 'date')::date,
      allowed_roles = array(select jsonb_array_elements_text(change.content -> 'roles')),
      status = case when change.change = 'AMENDMENT' then p.status else 'ADMITTED' end,
      revision = p.revision + 1
    where p.id = change.participant_id
      and p.status = any (case change.change when 'ADMISSION' then array['APPLIED']
                          when 'REINSTATEMENT' then array['SUSPENDED'] else array['ADMITTED','SUSPENDED'] end);
  if not found then
    raise exception 'the participant is not in the status for this' using errcode = '42501';
  end if;
  delete from public.identity_provider i where i.owner = change.participant_id;
  insert into public.identity_provider (owner, protocol, metadata_url, metadata, client_id, roles_claim, fingerprint)
  values (change.participant_id, provider ->> 'protocol', provider ->> 'metadata_url', provider ->> 'metadata',
          provider ->> 'client_id', provider ->> 'roles_claim', provider ->> 'fingerprint');
  update public.participant_change c set status = 'IN_FORCE', decided_at = now() where c.id = p_change;
end $$;

-- Turns a proposed change down, for who could have approved it.
create function simpul_decline(p_change uuid, p_reason text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not public.simpul_oversees() or public.simpul_operates() then
    raise exception 'not for this caller' using errcode = '42501';
  end if;
  update public.participant_change c set status = 'DECLINED', decided_at = now(), reason = p_reason
   where c.id = p_change and c.status = 'PROPOSED';
  if not found then
    raise exception 'not open' using errcode = '42501';
  end if;
end $$;

-- What the operator does alone, because it only takes away: not from the last of those who could give it back, and for
-- good only from an applicant or from a suspended member that admits nobody.
create function simpul_close(p_participant uuid, p_status text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not public.simpul_operates() or p_status not in ('SUSPENDED','LEFT') then
    raise exception 'not for this caller' using errcode = '42501';
  end if;
  lock table public.participant in share row exclusive mode;
  if p_status = 'SUSPENDED' and not exists (select 1 from public.participant a where a.status = 'ADMITTED'
      and a.id <> p_participant and (a.kind = 'FIU' or a.kind = 'SUPERVISOR' and 'oversight-auditor' = any (a.allowed_roles))) then
    raise exception 'nobody would be left to lift it' using errcode = '42501';
  end if;
  update public.participant p set status = p_status, revision = p.revision + 1
   where p.id = p_participant and p.kind <> 'OPERATOR'
     and (p_status = 'SUSPENDED' and p.status = 'ADMITTED'
          or p_status = 'LEFT' and (p.status = 'APPLIED' or p.status = 'SUSPENDED' and p.kind not in ('FIU','SUPERVISOR')));
  if not found then
    raise exception 'not in the status for this' using errcode = '42501';
  end if;
end $$;

-- A first member's metadata, as they were seen when its provider first went into Keycloak; no later look changes them.
create function simpul_pin(p_participant uuid, p_metadata text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not public.simpul_operates() then
    raise exception 'not for this caller' using errcode = '42501';
  end if;
  update public.identity_provider i set metadata = p_metadata where i.owner = p_participant and i.metadata is null;
end $$;

-- What is no longer tried leaves Keycloak: an edit, a withdrawal or a refusal ends it.
create function participant_change_untry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.change = 'ADMISSION' and new.status <> 'IN_FORCE'
      and (new.digest is distinct from old.digest or new.status <> 'PROPOSED') then
    delete from public.identity_provider i using public.participant p
     where i.owner = new.participant_id and p.id = i.owner and p.status = 'APPLIED';
    update public.participant p set test_sign_in_at = null, test_roles = null, tried_from = null, revision = p.revision + 1
     where p.id = new.participant_id and p.status = 'APPLIED';
  end if;
  return null;
end $$;
create trigger untry after update on participant_change for each row execute function participant_change_untry();

-- Keycloak has been made like this revision.
create function simpul_provisioned(p_participant uuid, p_revision bigint) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not public.simpul_operates() then
    raise exception 'not for this caller' using errcode = '42501';
  end if;
  update public.participant p set provisioned_revision = greatest(p.provisioned_revision, p_revision) where p.id = p_participant;
end $$;

create function simpul_machine_provisioned(p_machine uuid, p_revision bigint) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not public.simpul_operates() then
    raise exception 'not for this caller' using errcode = '42501';
  end if;
  update public.machine_client m set provisioned_revision = greatest(m.provisioned_revision, p_revision) where m.id = p_machine;
end $$;

-- An applicant's provider goes into Keycloak for the test sign-in, before anybody has agreed: the hub gives it nothing.
create function simpul_try(p_change uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  change public.participant_change;
  provider jsonb;
begin
  select * into change from public.participant_change c where c.id = p_change and c.status = 'PROPOSED' and c.change = 'ADMISSION';
  if not found or not public.simpul_operates() then
    raise exception 'not for this caller' using errcode = '42501';
  end if;
  provider := change.content -> 'identity_provider';
  update public.participant p set
      name = change.content ->> 'name', kind = change.content ->> 'kind', sector = change.content ->> 'sector',
      jurisdiction = change.content ->> 'jurisdiction',
      allowed_roles = array(select jsonb_array_elements_text(change.content -> 'roles')),
      test_sign_in_at = null, test_roles = null, tried_from = date_trunc('second', now()), revision = p.revision + 1
    where p.id = change.participant_id and p.status = 'APPLIED';
  if not found then
    raise exception 'no applicant' using errcode = '42501';
  end if;
  delete from public.identity_provider i where i.owner = change.participant_id;
  insert into public.identity_provider (owner, protocol, metadata_url, metadata, client_id, roles_claim, fingerprint)
  values (change.participant_id, provider ->> 'protocol', provider ->> 'metadata_url', provider ->> 'metadata',
          provider ->> 'client_id', provider ->> 'roles_claim', provider ->> 'fingerprint');
end $$;

-- Finds the institution and the person or machine behind a token. A person is written down at the first sign-in through
-- the institution's own identity provider, under the name <alias>:<subject there>, which outlives Keycloak's database.
create function simpul_identify(p_alias text, p_subject text, p_login text, p_provider text, p_client text,
                                p_roles text[], p_signed_in_at timestamptz, p_new_id uuid)
  returns table (participant_id uuid, kind text, participant_status text, allowed_roles text[],
                 person_id uuid, person_kind text, person_status text)
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  member public.participant;
  human public.person;
  machine public.machine_client;
begin
  select * into member from public.participant p where p.alias = p_alias;
  if not found then
    return;
  end if;
  if p_provider = '' then
    -- nobody signs in to the hub's realm itself: this is a machine, or nobody
    select * into machine from public.machine_client m
     where m.owner = member.id and m.client_id = p_client;
    if not found then
      return;
    end if;
    if machine.last_used_at is null or machine.last_used_at < now() - interval '1 minute' then
      update public.machine_client m set last_used_at = now() where m.id = machine.id;
    end if;
    select * into human from public.person n where n.id = machine.id;
    return query select member.id, member.kind, member.status,
                        array(select unnest(member.allowed_roles) intersect select unnest(machine.roles)),
                        human.id, human.kind, human.status;
    return;
  end if;
  if p_provider <> p_alias or not starts_with(p_subject, p_alias || ':') then
    return;
  end if;
  if member.status = 'APPLIED' then
    -- only through the provider that is proposed now, once Keycloak has it
    if member.provisioned_revision >= member.revision and p_signed_in_at >= member.tried_from then
      if cardinality(p_roles) > 0 and p_roles <@ member.allowed_roles then
        update public.participant p set test_sign_in_at = now(), test_roles = p_roles where p.id = member.id;
      elsif member.test_sign_in_at is null then
        -- what came, for those who look why it does not count
        update public.participant p set test_roles = p_roles where p.id = member.id;
      end if;
    end if;
  else
    select * into human from public.person n where n.subject = p_subject;
    if not found and member.status = 'ADMITTED' then
      insert into public.person (id, participant_id, subject, login, status, roles, first_seen_at, last_seen_at, signed_in_at)
      values (p_new_id, member.id, p_subject, p_login, 'ACTIVE', p_roles, now(), now(), p_signed_in_at)
      on conflict (subject) do nothing;
      select * into human from public.person n where n.subject = p_subject;
    elsif human.participant_id = member.id
        and (human.last_seen_at < now() - interval '1 minute' or human.signed_in_at is distinct from p_signed_in_at) then
      update public.person n set last_seen_at = now(), login = p_login, roles = p_roles, signed_in_at = p_signed_in_at
       where n.id = human.id;
    end if;
    if human.participant_id is distinct from member.id then
      human := null;
    end if;
  end if;
  return query select member.id, member.kind, member.status, member.allowed_roles, human.id, human.kind, human.status;
end $$;

-- A colleague, or a machine of one's own, is switched off at once, or on again.
create function simpul_switch(p_person uuid, p_status text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.person n set status = p_status
   where n.id = p_person and n.participant_id = nullif(current_setting('simpul.participant', true), '')::uuid;
  if not found then
    raise exception 'not one of ours' using errcode = '42501';
  end if;
end $$;

-- A machine acts as one of the institution's own, who is no human.
create function simpul_add_machine(p_id uuid, p_client text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  insert into public.person (id, participant_id, subject, login, status, kind, first_seen_at, last_seen_at)
  values (p_id, nullif(current_setting('simpul.participant', true), '')::uuid, 'machine:' || p_client, p_client, 'ACTIVE',
          'MACHINE', now(), now());
end $$;

-- Revoked at once and for good.
create function simpul_revoke_machine(p_id uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.machine_client m
     set revoked_at = now(), revoked_by = nullif(current_setting('simpul.person', true), '')::uuid, revision = m.revision + 1
   where m.id = p_id and m.owner = nullif(current_setting('simpul.participant', true), '')::uuid and m.revoked_at is null;
  if not found then
    raise exception 'not one of ours' using errcode = '42501';
  end if;
  update public.person n set status = 'SWITCHED_OFF' where n.id = p_id;
end $$;

revoke all on function participant_change_untry(), simpul_pin(uuid, text), simpul_found(jsonb), simpul_is_approved(uuid), simpul_decide(uuid), simpul_decline(uuid, text),
  simpul_close(uuid, text), simpul_provisioned(uuid, bigint), simpul_machine_provisioned(uuid, bigint), simpul_try(uuid),
  simpul_identify(text, text, text, text, text, text[], timestamptz, uuid), simpul_switch(uuid, text),
  simpul_add_machine(uuid, text), simpul_revoke_machine(uuid) from public;
grant execute on function simpul_pin(uuid, text), simpul_found(jsonb), simpul_is_approved(uuid), simpul_decide(uuid), simpul_decline(uuid, text),
  simpul_close(uuid, text), simpul_provisioned(uuid, bigint), simpul_machine_provisioned(uuid, bigint), simpul_try(uuid),
  simpul_identify(text, text, text, text, text, text[], timestamptz, uuid), simpul_switch(uuid, text),
  simpul_add_machine(uuid, text), simpul_revoke_machine(uuid) to simpul_app;

--changeset simpul:011-working-groups splitStatements:false
create policy add on working_group for insert to simpul_app
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy add on working_group_member for insert to simpul_app
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy leave on working_group_member for update to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid))
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
-- those inside see who is inside now
create policy fellow_members on working_group_member for select to simpul_app
  using (group_id = any ((select nullif(current_setting('simpul.keys', true), '')::uuid[])::uuid[])
         and joined_at <= now() and (left_at is null or left_at > now()));
alter table working_group add column purpose text, add column created_by uuid, add column created_at timestamptz;
grant insert on working_group, working_group_member to simpul_app;
grant update (left_at) on working_group_member to simpul_app;
