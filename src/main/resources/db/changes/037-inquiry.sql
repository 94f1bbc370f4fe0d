--liquibase formatted sql

--changeset simpul:037-answers-with-their-case splitStatements:false
-- A row of the ledger tells who answered: what was asked out of a restricted case, to those who see that case. A function,
-- since the policies of answers read the ledger themselves.
create function rfi_answer_is_seen(p_id uuid) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select from public.rfi_answer a where a.id = p_id)
$$;
grant execute on function rfi_answer_is_seen(uuid) to simpul_app;
create policy with_its_answer on disclosure as restrictive for select to simpul_app
  using (object_kind <> 'RFI_ANSWER'
    or from_participant = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or rfi_answer_is_seen(object_id));

--changeset simpul:037-words-across-the-border splitStatements:false
-- What is said on a thread in one's own words may be about persons.
create policy across_the_border on rfi_step as restrictive for insert to simpul_app
  with check (text is null
    or (select true from participant p where p.id in (rfi_step.owner, rfi_step.recipient)
          and p.kind = 'FOREIGN_FIU' limit 1) is null
    or (select true from agreement a where a.recipient in (rfi_step.owner, rfi_step.recipient)
          and a.status = 'LIVE' and a.person_level and a.ends_at > now() limit 1));
