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
