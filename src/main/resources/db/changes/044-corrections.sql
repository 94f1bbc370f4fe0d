--liquibase formatted sql

--changeset simpul:044-corrections splitStatements:false
-- What a reader of a list says is wrong with an entry: its own row, read by it and by the list's owner.
create table identifier_correction (
  id uuid primary key,
  owner uuid not null references participant,
  -- the list
  object_id uuid not null,
  object_owner uuid not null references participant,
  type text not null,
  scope text not null,
  value text not null,
  kind text not null check (kind in ('FALSE_POSITIVE','WRONG_VALUE','WRONG_TYPE','ENDED')),
  right_type text,
  right_scope text,
  right_value text,
  reason text not null check (btrim(reason) <> ''),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  unique (id, owner),
  check (num_nonnulls(right_type, right_scope, right_value) = case when kind in ('WRONG_VALUE','WRONG_TYPE') then 3 else 0 end)
);
create index identifier_correction_newest on identifier_correction (owner, id desc);
create index identifier_correction_received on identifier_correction (object_owner, id desc);
call wall_contribution('identifier_correction');
-- one corrects, in person, what an edition tells one
create policy of_what_reaches on identifier_correction as restrictive for insert to simpul_app
  with check (proposed_by = (select nullif(current_setting('simpul.person', true), '')::uuid)
    and (select true from list_entry e where e.owner = object_owner and e.list_id = object_id
      and e.value = identifier_correction.value and e.type = identifier_correction.type
      and e.scope = identifier_correction.scope limit 1));

-- What the list's owner answers, once and by a second person; read by the two alone.
create table identifier_correction_decision (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  status text not null check (status in ('ACCEPTED','DECLINED')),
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null,
  unique (owner, object_id)
);
create index identifier_correction_decision_object on identifier_correction_decision (object_id);
call wall_contribution('identifier_correction_decision');
create policy on_what_it_received on identifier_correction_decision as restrictive for insert to simpul_app
  with check (decided_by = (select nullif(current_setting('simpul.person', true), '')::uuid)
    and (select true from identifier_correction c where c.id = identifier_correction_decision.object_id
      and c.owner = identifier_correction_decision.object_owner and c.object_owner = identifier_correction_decision.owner
      and c.proposed_by <> decided_by));

-- An identifier that two persons found to be none: it stands on no list of the owner again, until that is lifted.
create table confirmed_false_positive (
  id uuid primary key,
  owner uuid not null references participant,
  type text not null,
  scope text not null,
  value text not null,
  correction_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index confirmed_false_positive_live on confirmed_false_positive (owner, value, type, scope)
  where lifted_at is null;
create index confirmed_false_positive_newest on confirmed_false_positive (owner, id desc);
call wall_own('confirmed_false_positive');
grant update (lifted_by, lifted_at) on confirmed_false_positive to simpul_app;
create policy by_a_second_person on confirmed_false_positive as restrictive for insert to simpul_app
  with check (confirmed_by = (select nullif(current_setting('simpul.person', true), '')::uuid)
    and (select true from identifier_correction c where c.id = correction_id
      and c.object_owner = confirmed_false_positive.owner and c.kind = 'FALSE_POSITIVE'
      and c.value = confirmed_false_positive.value and c.type = confirmed_false_positive.type
      and c.scope = confirmed_false_positive.scope and c.proposed_by <> confirmed_by));
create function refuse_confirmed_false_positive() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if exists (select from touched t join public.confirmed_false_positive c on c.owner = t.owner and c.value = t.value
      and c.type = t.type and c.scope = t.scope and c.lifted_at is null) then
    raise exception 'a confirmed false positive stands on no list' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger no_false_positive after insert on list_entry referencing new table as touched
  for each statement execute function refuse_confirmed_false_positive();

--changeset simpul:044-recalls splitStatements:false
-- Up to which edition everything was taken back: nothing of it goes out again by itself.
alter table identifier_list add column recalled_edition int not null default 0 check (recalled_edition <= edition);
grant update (recalled_edition) on identifier_list to simpul_app;

-- That the editions of a list shall be taken back, and a second person's word.
create table identifier_list_recall (
  id uuid primary key,
  owner uuid not null references participant,
  list_id uuid not null,
  edition int not null check (edition > 0),
  reason text not null check (btrim(reason) <> ''),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  status text not null check (status in ('PROPOSED','RECALLED','DECLINED')),
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  foreign key (list_id, owner) references identifier_list (id, owner),
  unique (id, owner),
  check (decided_by <> proposed_by),
  check ((status = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((status = 'DECLINED') = (decline_reason is not null))
);
create unique index identifier_list_recall_open on identifier_list_recall (owner, list_id) where status = 'PROPOSED';
create index identifier_list_recall_of on identifier_list_recall (list_id, id desc);
call wall_own('identifier_list_recall');
grant update (status, decided_by, decided_at, decline_reason) on identifier_list_recall to simpul_app;

-- What a receiver is told of a recall: which list, and when; never why, nor whom else it reached.
create table identifier_list_recall_notice (
  id uuid primary key,
  owner uuid not null,
  object_id uuid not null,
  object_owner uuid not null references participant,
  recall_id uuid not null,
  title text not null,
  recalled_at timestamptz not null,
  foreign key (object_id, owner) references identifier_list (id, owner),
  foreign key (recall_id, owner) references identifier_list_recall (id, owner),
  unique (owner, recall_id, object_owner)
);
create index identifier_list_recall_notice_list on identifier_list_recall_notice (object_id);
create index identifier_list_recall_notice_received on identifier_list_recall_notice (object_owner, id desc);
call wall_contribution('identifier_list_recall_notice');
