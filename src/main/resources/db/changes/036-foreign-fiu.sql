--liquibase formatted sql

--changeset simpul:036-agreement splitStatements:false
-- What the FIU has agreed with a foreign FIU: set by two persons, ended by one. The counterpart reads what came into force.
create table agreement (
  id uuid primary key,
  owner uuid not null references participant,
  recipient uuid not null references participant,
  status text not null check (status in ('PROPOSED','LIVE','DECLINED','REPLACED','ENDED')),
  reference text not null,
  signed_on date not null,
  ends_at timestamptz not null,
  person_level boolean not null,
  transfer_ground text check (transfer_ground in ('EQUAL_PROTECTION','BINDING_SAFEGUARDS')),
  conditions text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  digest text not null,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  ended_by uuid,
  ended_at timestamptz,
  unique (id, owner),
  check (person_level = (transfer_ground is not null)),
  check (decided_by is null or decided_by <> proposed_by),
  check (status in ('PROPOSED','REPLACED') or num_nonnulls(decided_by, decided_at) = 2),
  check ((status = 'ENDED') = (ended_at is not null) and (ended_at is null) = (ended_by is null))
);
create unique index agreement_live on agreement (owner, recipient) where status = 'LIVE';
create unique index agreement_proposed on agreement (owner, recipient) where status = 'PROPOSED';
create index agreement_newest on agreement (owner, id desc);
create index agreement_recipient on agreement (recipient, id desc);
call wall_rls('agreement');
create policy see on agreement for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid) and status in ('LIVE','ENDED')));
grant update (status, decided_by, decided_at, decline_reason, ended_by, ended_at) on agreement to simpul_app;
create policy between_fius on agreement as restrictive for insert to simpul_app
  with check ((select true from participant f where f.id = agreement.owner and f.kind = 'FIU')
    and (select true from participant c where c.id = agreement.recipient and c.kind = 'FOREIGN_FIU'));
-- what was declined, replaced or ended stays as it is
create policy not_over on agreement as restrictive for update to simpul_app
  using (status in ('PROPOSED','LIVE')) with check (true);

--changeset simpul:036-border splitStatements:false
-- Nothing about a person crosses a border unless it is agreed, and then to an institution; typologies hold no persons.
-- SECURITY DEFINER: a giver sees no other's people.
create function simpul_is_abroad(p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.person n join public.participant p on p.id = n.participant_id
    where n.id = p_person and p.kind = 'FOREIGN_FIU') $$;
revoke all on function simpul_is_abroad(uuid) from public;
grant execute on function simpul_is_abroad(uuid) to simpul_app;
create policy across_the_border on disclosure as restrictive for insert to simpul_app
  with check (object_kind = 'TYPOLOGY_VERSION'
    or to_community is distinct from 'FOREIGN_FIU' and to_group is null
      and (to_person is null or not simpul_is_abroad(to_person))
      and ((select true from participant p where p.id in (disclosure.from_participant, disclosure.to_participant)
              and p.kind = 'FOREIGN_FIU' limit 1) is null
        or (select true from agreement a where a.recipient in (disclosure.from_participant, disclosure.to_participant)
              and a.status = 'LIVE' and a.person_level and a.ends_at > now() limit 1)));

-- A dissemination that crosses the border names the reference of the Egmont channel, and goes nowhere else.
alter table dissemination_version add column egmont_reference text;
grant update (egmont_reference) on dissemination_version to simpul_app;
create policy dissemination_on_its_route on disclosure as restrictive for insert to simpul_app
  with check (object_kind <> 'DISSEMINATION_VERSION'
    or (select v.egmont_reference is not null from dissemination_version v where v.id = object_id)
      = coalesce((select p.kind from participant p where p.id = disclosure.to_participant) = 'FOREIGN_FIU', false));
