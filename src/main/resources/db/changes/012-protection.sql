--liquibase formatted sql

--changeset simpul:012-search splitStatements:false
-- A search begins with the versions that reach the caller. An index that led from the value would count in time what is
-- hidden: it is looked at before the wall.
drop index dissemination_identifier_value;
drop index dissemination_transaction_from;
drop index dissemination_transaction_to;
create index dissemination_identifier_search on dissemination_identifier (version_id, value, type, scope);
create index dissemination_transaction_from_search on dissemination_transaction (version_id, from_value, from_type, from_scope);
create index dissemination_transaction_to_search on dissemination_transaction (version_id, to_value, to_type, to_scope);

--changeset simpul:012-mask splitStatements:false
-- What a sealed dissemination tells of somebody who was protected only afterwards. The row says where, never what, and
-- is masked when it is read; it is seen with the version and never taken back.
create table dissemination_mask (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  row_id uuid not null,
  part text not null check (part in ('TITLE','LETTER_NUMBER','NARRATIVE','CAVEATS','SUBJECT','IDENTIFIER','FROM','TO',
    'CHANNEL','REMARK')),
  reference text not null,
  foreign key (version_id, owner) references dissemination_version (id, owner),
  unique (owner, version_id, row_id, part)
);
create index dissemination_mask_version on dissemination_mask (version_id);
call wall_rls('dissemination_mask');
create policy see on dissemination_mask for select to simpul_app
  using ((select true from dissemination_version p where p.id = dissemination_mask.version_id));

--changeset simpul:012-intake-unread splitStatements:false
-- A version that nobody has read yet, and the sealed disseminations that told whom it protects, wait in the queue.
alter table intake add column unread boolean not null default false;
alter table intake add column told_in uuid[] not null default '{}';
grant update (unread, told_in) on intake to simpul_app;
drop index intake_queue;
create index intake_queue on intake (owner, urgency, due_at, id)
  where status in ('RECEIVED','IN_TRIAGE','INFORMATION_REQUESTED') or unread;

--changeset simpul:012-response-person splitStatements:false
-- Where a dissemination reaches persons and not their agency, each answers for itself, and no colleague reads it.
alter table dissemination_response add column person_id uuid;
drop index dissemination_response_once;
create unique index dissemination_response_once on dissemination_response (owner, object_id, person_id)
  nulls not distinct where kind = 'ACKNOWLEDGEMENT';
create policy of_the_person on dissemination_response as restrictive for select to simpul_app
  using (person_id is null
    or object_owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or person_id = (select nullif(current_setting('simpul.person', true), '')::uuid));
create policy by_the_person on dissemination_response as restrictive for insert to simpul_app
  with check (person_id is null or person_id = (select nullif(current_setting('simpul.person', true), '')::uuid));

--changeset simpul:012-idempotency-purge splitStatements:false
-- A key serves a repetition, and nothing after three days.
create index idempotency_key_age on idempotency_key (created_at);
create policy seen_by_the_clock on idempotency_key for select to simpul_clock
  using (created_at < now() - interval '72 hours');
create policy forgotten on idempotency_key for delete to simpul_clock
  using (created_at < now() - interval '72 hours');
grant select (created_at), delete on idempotency_key to simpul_clock;

--changeset simpul:012-submission splitStatements:false
-- A submission is the FIU's to use: it goes to nobody else, and its submitter can't take it back.
create policy submission_goes_to_the_fiu on disclosure as restrictive for insert to simpul_app
  with check (object_kind <> 'REFERRAL_VERSION'
    or (select true from participant f where f.id = disclosure.to_participant and f.kind = 'FIU'));
create policy submission_stays on disclosure as restrictive for update to simpul_app
  using (object_kind <> 'REFERRAL_VERSION');

--changeset simpul:012-import-moved splitStatements:false
-- When a run last took rows: one that stands still was left behind, and its rows hold names in clear text.
alter table import_run add column moved_at timestamptz not null default now();
grant update (moved_at) on import_run to simpul_app;
grant select (moved_at) on import_run to simpul_clock;
