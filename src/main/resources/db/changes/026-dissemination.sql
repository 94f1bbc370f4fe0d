--liquibase formatted sql

--changeset simpul:026-delivery splitStatements:false
-- That a recipient was given a version, and what it owes since. The FIU's own; no recipient reads it.
create table dissemination_delivery (
  id uuid primary key,
  owner uuid not null references participant,
  version_id uuid not null,
  participant_id uuid not null references participant,
  person_id uuid,
  login text,
  delivered_at timestamptz not null,
  owes text not null check (owes in ('OUTCOME','DELETION','NOTHING')),
  due_at timestamptz not null,
  remind_at timestamptz not null,
  reminders int not null check (reminders >= 0),
  recalled_at timestamptz,
  foreign key (version_id, owner) references dissemination_version (id, owner),
  check ((person_id is null) = (login is null)),
  check (recalled_at is null or owes <> 'OUTCOME'),
  unique nulls not distinct (owner, version_id, participant_id, person_id),
  unique (id, owner)
);
create index dissemination_delivery_clock on dissemination_delivery (owner, remind_at, id) where owes <> 'NOTHING';
call wall_own('dissemination_delivery');
grant update (owes, due_at, remind_at, reminders, recalled_at) on dissemination_delivery to simpul_app;

--changeset simpul:026-recall splitStatements:false
-- That the FIU takes back what it gave: whose, why, by whom. No recipient reads the reason.
create table dissemination_recall (
  id uuid primary key,
  owner uuid not null references participant,
  version_id uuid not null,
  deliveries uuid[] not null check (cardinality(deliveries) > 0),
  reason text not null check (reason in ('WRONG_RECIPIENT','WRONG_CONTENT','TELLS_PROTECTED_SUBJECT','SOURCE_WITHDRAWN',
    'NO_LEGAL_BASIS','REPLACED')),
  note text,
  status text not null check (status in ('REQUESTED','RECALLED','DECLINED')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  foreign key (version_id, owner) references dissemination_version (id, owner),
  check ((decided_by is null) = (decided_at is null)),
  check (status <> 'DECLINED' or decided_by is not null),
  -- asked for by one person, decided by another
  check (decided_by is null or decided_by <> requested_by),
  unique (id, owner)
);
create index dissemination_recall_version on dissemination_recall (owner, version_id, id desc);
call wall_own('dissemination_recall');
grant update (status, decided_by, decided_at) on dissemination_recall to simpul_app;

-- What a recipient is told instead: that something it had was recalled, and is to be deleted. For whom it was given to.
create table recall_notice (
  id uuid primary key,
  owner uuid not null references participant,
  recipient uuid not null references participant,
  person_id uuid,
  recall_id uuid not null,
  version_id uuid not null,
  reference text not null,
  at timestamptz not null,
  foreign key (recall_id, owner) references dissemination_recall (id, owner),
  foreign key (version_id, owner) references dissemination_version (id, owner),
  check (owner <> recipient),
  unique nulls not distinct (owner, version_id, recipient, person_id),
  unique (id, owner)
);
create index recall_notice_newest on recall_notice (recipient, id desc);
call wall_rls('recall_notice');
create policy see on recall_notice for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      or (recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid)
          and (person_id is null or person_id = (select nullif(current_setting('simpul.person', true), '')::uuid))));

--changeset simpul:026-response splitStatements:false
-- How far a recipient is: it came, it is investigated, what came of it, it is closed; and that what was recalled is deleted.
alter table dissemination_response drop constraint dissemination_response_kind_check;
alter table dissemination_response add constraint dissemination_response_kind_check
  check (kind in ('ACKNOWLEDGEMENT','INVESTIGATION','OUTCOME','CLOSURE','DELETION_CONFIRMED'));
drop index dissemination_response_once;
create unique index dissemination_response_once on dissemination_response (owner, object_id, person_id, kind)
  nulls not distinct where kind <> 'OUTCOME';
alter table dissemination_response add unique (id, owner);
-- an outcome is corrected by another one, never changed
alter table dissemination_response add column corrects uuid;
alter table dissemination_response add check (corrects is null or kind = 'OUTCOME');
alter table dissemination_response add foreign key (corrects, owner) references dissemination_response (id, owner);
create unique index dissemination_response_corrected on dissemination_response (owner, corrects) where corrects is not null;
-- answered is what one received, under the owner that it has; of what was recalled, only that it is deleted
drop policy names_dissemination on dissemination_response;
create policy names_dissemination on dissemination_response as restrictive for insert to simpul_app
  with check (case when kind = 'DELETION_CONFIRMED' then
      (select true from recall_notice n where n.version_id = dissemination_response.object_id
         and n.owner = dissemination_response.object_owner and n.recipient = dissemination_response.owner
         and n.person_id is not distinct from dissemination_response.person_id)
    else (select true from dissemination_version v
         where v.id = dissemination_response.object_id and v.owner = dissemination_response.object_owner
           and v.sealed_at is not null) end);
create index dissemination_origin_intake on dissemination_origin (owner, intake_id);

--changeset simpul:026-with-its-case splitStatements:false
-- What hangs on a version is seen with it: that of a restricted case by the case's team. A recipient's notice outlives it.
create policy with_its_version on dissemination_delivery as restrictive to simpul_app
  using ((select true from dissemination_version v where v.id = dissemination_delivery.version_id));
create policy with_its_version on dissemination_recall as restrictive to simpul_app
  using ((select true from dissemination_version v where v.id = dissemination_recall.version_id));
create policy with_its_version on recall_notice as restrictive to simpul_app
  using (owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from dissemination_version v where v.id = recall_notice.version_id));
