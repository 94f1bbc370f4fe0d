--liquibase formatted sql

--changeset simpul:040-onward-recall splitStatements:false
-- Whoever handed something on takes it back itself: the rows of the ledger by which it did.
alter table onward_disclosure add column disclosures uuid[] not null default '{}';
alter table onward_disclosure add column recalled_by uuid;
alter table onward_disclosure add column recalled_at timestamptz;
alter table onward_disclosure add column recall_reason text;
create policy migrated on onward_disclosure to simpul_owner using (true) with check (true);
create policy migrated on disclosure to simpul_owner using (true);
update onward_disclosure o set disclosures = coalesce((
  select array_agg(d.id order by d.id) from disclosure d
  where d.consent_id = o.consent_id and d.from_participant = o.owner and d.to_participant = any (o.recipients)
    and d.disclosed_by = o.drafted_by and d.approved_by = o.decided_by
    and d.disclosed_at between o.decided_at and o.decided_at + interval '1 minute'), '{}')
where o.status = 'DISCLOSED';
drop policy migrated on disclosure;
drop policy migrated on onward_disclosure;
alter table onward_disclosure drop constraint onward_disclosure_status_check;
alter table onward_disclosure add check (status in ('PENDING_APPROVAL','DISCLOSED','DECLINED','RECALLED'));
alter table onward_disclosure add check ((status = 'RECALLED') = (recalled_at is not null)
  and (recalled_at is null) = (recalled_by is null) and (recalled_at is null) = (recall_reason is null));
grant update (disclosures, recalled_by, recalled_at, recall_reason) on onward_disclosure to simpul_app;

--changeset simpul:040-discard splitStatements:false
-- A draft of a dissemination can be thrown away, unless a legal hold keeps it; what is sealed the trigger of 002 keeps.
grant delete on dissemination, dissemination_version to simpul_app;
-- asked under the caller's own policies, which let it see what keeps what it sees
grant execute on function retention_held(text) to simpul_app;
create function refuse_kept_draft() returns trigger language plpgsql as $$
begin
  if current_user = 'simpul_app' then
    -- whoever drafts a legal hold meanwhile waits, and holds what is left
    perform pg_advisory_xact_lock(hashtextextended('simpul.retention', 0));
    if old.dissemination_id in (select retention_held('DISSEMINATION')) then
      raise exception 'a legal hold keeps it' using errcode = '42501';
    end if;
  end if;
  return old;
end $$;
create trigger kept_draft before delete on dissemination_version for each row execute function refuse_kept_draft();

--changeset simpul:040-added-caveats splitStatements:false
-- What somebody who handed it on has added may tell who is protected, too.
alter table dissemination_mask drop constraint dissemination_mask_part_check;
alter table dissemination_mask add check (part in ('TITLE','LETTER_NUMBER','NARRATIVE','CAVEATS','ADDED_CAVEATS','SUBJECT',
  'IDENTIFIER','FROM','TO','CHANNEL','REMARK'));

--changeset simpul:040-handled-events splitStatements:false
-- What was handled is forgotten after a while.
create index outbox_event_handled on outbox_event (handled_at) where handled_at is not null;
create policy forget on outbox_event for delete to simpul_dispatcher using (handled_at is not null);
grant delete on outbox_event to simpul_dispatcher;
