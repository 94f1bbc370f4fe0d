--liquibase formatted sql

--changeset simpul:047-audit-reading splitStatements:false
-- Who reads acts, and how fast. The overseer of a participant reads under roles of their own: acts of its own people, and
-- where it is an authority's, acts of persons on what the authority owns and others may read. Neither sees an entry of
-- anybody else, whatever is asked for. That somebody searched for itself is for the hub's overseers alone.
-- Two roles, and a range in place of an equality: with both policies for one role, or with a key that is fixed, a plan may
-- walk through entries of others, and take as long as there are many.
grant usage on schema public to simpul_overseer_people, simpul_overseer_objects;
grant select (id, at, person_id, actor, participant_id, roles, client, act, object_kind, object_id, purpose, case_reference,
  outcome, request_id, detail_digest) on audit_entry to simpul_overseer_people;
create policy own_people on audit_entry for select to simpul_overseer_people
  using (participant_id >= (select nullif(current_setting('simpul.participant', true), '')::uuid)
         and participant_id <= (select nullif(current_setting('simpul.participant', true), '')::uuid)
         and person_id is not null and act <> 'subject.self-searched');
grant select (id, at, person_id, actor, participant_id, roles, act, object_kind, object_id, object_owner, purpose, outcome)
  on audit_entry to simpul_overseer_objects;
create policy own_objects on audit_entry for select to simpul_overseer_objects
  using (object_owner >= (select nullif(current_setting('simpul.participant', true), '')::uuid)
         and object_owner <= (select nullif(current_setting('simpul.participant', true), '')::uuid)
         and person_id is not null
         and object_kind = any (array['CASE','DISSEMINATION_DELIVERY','DISSEMINATION_RECALL','DISSEMINATION_VERSION',
           'IDENTIFIER_LIST','IDENTIFIER_LIST_RECALL','INTAKE','LEAD','RECALL_NOTICE','RFI','TYPOLOGY_VERSION'])
         and (select true from community c where c.kind in ('FIU','LAW_ENFORCEMENT')
              and c.id = any ((select nullif(current_setting('simpul.keys', true), '')::uuid[])::uuid[]) limit 1));
grant select on community to simpul_overseer_objects;
grant select (id, alias) on participant to simpul_overseer_people, simpul_overseer_objects;
create policy itself on participant for select to simpul_overseer_people
  using (id = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy whoever_acted on participant for select to simpul_overseer_objects using (true);
-- to which institution a person belongs, so that its acts are found
create policy belongs on person for select to simpul_auditor using (true);
grant select (id, participant_id) on person to simpul_auditor;

-- who acted on an object, and who of one institution did: the latter touches no entry of another
drop index audit_entry_object;
create index audit_entry_object on audit_entry (object_id, participant_id, id desc);
create index audit_entry_person on audit_entry (participant_id, person_id, id desc) where person_id is not null;
create index audit_entry_owner on audit_entry (object_owner, id desc) where object_owner is not null;
create index audit_entry_purpose on audit_entry (purpose, id desc) where purpose is not null;
create index audit_entry_case on audit_entry (case_reference, id desc) where case_reference is not null;
create index audit_entry_refused on audit_entry (outcome, id desc) where outcome <> 'ALLOWED';
