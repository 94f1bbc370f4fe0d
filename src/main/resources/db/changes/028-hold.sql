--liquibase formatted sql

--changeset simpul:028-hold-place splitStatements:false
-- The ids of a hold and of its versions are random: what an institution receives does not tell when it was begun. Lists
-- walk by this instead, which is made anew as a version is sealed.
alter table hold_version add column place uuid not null default uuidv7();
alter table hold_version alter column place drop default;
drop index hold_newest;
drop index hold_version_newest;
create index hold_version_newest on hold_version (place desc) where number = 1;
grant update (place) on hold_version to simpul_app;

--changeset simpul:028-hold-letter splitStatements:false
-- SECURITY DEFINER, one of the few: what is hidden within an institution keeps its letter, and whoever asks hears so as
-- early as for what is seen. Answers for the caller's institution alone; nobody else takes the letter until the commit.
create policy letters on hold_version for select to simpul_owner
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create index hold_version_letters on hold_version (owner, official_reference) where sealed_at is not null;
create function simpul_letter_taken(p_letter text, p_hold uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  asking uuid := nullif(current_setting('simpul.participant', true), '')::uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(format('letter %s %s', asking, p_letter), 0));
  return exists (select 1 from public.hold_version v where v.owner = asking and v.official_reference = p_letter
    and v.sealed_at is not null and v.hold_id <> p_hold);
end $$;
revoke all on function simpul_letter_taken(text, uuid) from public;
grant execute on function simpul_letter_taken(text, uuid) to simpul_app;

--changeset simpul:028-with-its-cases splitStatements:false
-- A hold that a restricted case gave the reason for is seen by those who see that case; its institution keeps what it has.
create policy with_its_cases on hold as restrictive to simpul_app
  using ((select true from hold_origin o where o.owner = hold.owner and o.hold_id = hold.id and o.kind = 'CASE'
    and (select true from case_file c where c.id = o.object_id) is null limit 1) is null);
create policy with_its_hold on hold_version as restrictive to simpul_app
  using (owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from hold h where h.id = hold_version.hold_id));
create policy with_its_hold on hold_answer as restrictive to simpul_app
  using (object_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from hold h where h.id = hold_answer.object_id));
create policy with_its_hold on disclosure as restrictive for select to simpul_app
  using (object_kind <> 'HOLD_VERSION'
    or from_participant is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from hold_version v where v.id = disclosure.object_id));

--changeset simpul:028-recipients splitStatements:false
-- A lead goes to the FIU, and is read by it alone; its giver reads that it came.
create policy lead_goes_to_the_fiu on disclosure as restrictive for insert to simpul_app
  with check (object_kind <> 'LEAD'
    or (select true from participant f where f.id = disclosure.to_participant and f.kind = 'FIU'));
create policy read_by_the_fiu on lead as restrictive for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from participant f
        where f.id = (select nullif(current_setting('simpul.participant', true), '')::uuid) and f.kind = 'FIU'));
-- What the FIU asks goes to the institution whose accounts they are; what an institution does, or an agency records, to
-- the FIU. Nobody else reads it, and of a record not even that institution.
create policy hold_goes_to_its_sides on disclosure as restrictive for insert to simpul_app
  with check (object_kind <> 'HOLD_VERSION'
    or (select true from participant t where t.id = disclosure.to_participant and (t.kind = 'FIU'
        or (select true from hold_version v join participant f on f.id = v.owner
            where v.id = object_id and v.institution = t.id and f.kind = 'FIU'))));
create policy read_by_its_sides on hold_version as restrictive for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (institution = (select nullif(current_setting('simpul.participant', true), '')::uuid) and not recorded)
    or (select true from participant f
        where f.id = (select nullif(current_setting('simpul.participant', true), '')::uuid) and f.kind = 'FIU'));
