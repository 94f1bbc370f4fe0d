--liquibase formatted sql

--changeset simpul:014-people-and-machines splitStatements:false
-- Revoked for good: whoever asks, a revoked machine neither lives again nor gets other keys.
create function refuse_revoked_machine() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null
      and (new.revoked_at is distinct from old.revoked_at or new.keys is distinct from old.keys) then
    raise exception 'a revoked machine stays as it is' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger revoked_for_good before update on machine_client
  for each row execute function refuse_revoked_machine();
-- Keycloak knows clients by one name for all: nobody takes the name of another's, or of one of the hub's own
create policy named_after_its_owner on machine_client as restrictive for insert to simpul_app
  with check ((select true from participant p where p.id = owner and starts_with(client_id, p.alias || '.')));

-- A colleague is switched off at once, or on again; a machine is revoked, and nobody shuts themselves out.
create or replace function simpul_switch(p_person uuid, p_status text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update public.person n set status = p_status
   where n.id = p_person and n.kind = 'HUMAN'
     and n.participant_id = nullif(current_setting('simpul.participant', true), '')::uuid
     and n.id is distinct from nullif(current_setting('simpul.person', true), '')::uuid;
  if not found then
    raise exception 'not one of ours' using errcode = '42501';
  end if;
end $$;

-- What is for named persons' eyes goes to no machine.
create or replace function simpul_person_of(p_alias text, p_login text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select (array_agg(n.id))[1]
  from public.person n
  join public.participant p on p.id = n.participant_id
  where p.alias = p_alias and p.kind = 'LAW_ENFORCEMENT' and p.status = 'ADMITTED'
    and n.login = p_login and n.status = 'ACTIVE' and n.kind = 'HUMAN'
    and exists (select 1 from public.participant f where f.kind = 'FIU' and f.status = 'ADMITTED'
                and f.id = nullif(current_setting('simpul.participant', true), '')::uuid)
  having count(*) = 1
$$;

--changeset simpul:014-working-groups splitStatements:false
alter table working_group
  alter column purpose set not null,
  alter column created_by set not null,
  alter column created_at set not null;
alter table working_group_member add check (left_at is null or left_at >= joined_at);
-- inside once at a time
create unique index working_group_member_inside on working_group_member (owner, group_id, participant_id)
  where left_at is null;
-- one leaves once; what was stays as it was
drop policy leave on working_group_member;
create policy leave on working_group_member for update to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid) and left_at is null)
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));

-- A group is addressed by the one that owns it and by those inside: for others it is not there.
create policy names_group on disclosure as restrictive for insert to simpul_app
  with check (to_group is null or (select true from working_group g where g.id = to_group));

alter table typology_version add column audience_groups uuid[] not null default '{}';
alter table typology_version
  drop constraint typology_version_check,
  add constraint typology_version_published check (sealed_at is null
    or (handed_over_by is not null and approved_by is not null and digest is not null
        and cardinality(audience_communities) + cardinality(audience_participants) + cardinality(audience_groups) > 0));
grant update (audience_groups) on typology_version to simpul_app;
