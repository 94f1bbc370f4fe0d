--liquibase formatted sql

--changeset simpul:042-list-kind splitStatements:false
do $$
declare
  kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'disclosure_object_kind_check');
begin
  alter table disclosure drop constraint disclosure_object_kind_check;
  execute 'alter table disclosure add constraint disclosure_object_kind_check '
    || replace(kinds, '''LEAD''::text', '''LEAD''::text, ''IDENTIFIER_LIST_EDITION''::text');
end $$;

--changeset simpul:042-identifier-lists splitStatements:false
-- The owner's file of a list. Whoever receives the list sees its editions, never this.
create table identifier_list (
  id uuid primary key,
  owner uuid not null references participant,
  title text not null,
  tlp text not null check (tlp <> 'TLP:RED'),
  pap text not null,
  -- set once, with the list: each edition goes to it
  audience_communities text[] not null,
  audience_participants uuid[] not null,
  audience_groups uuid[] not null,
  cadence_days int not null check (cadence_days between 1 and 92),
  status text not null check (status in ('OPEN','PENDING_APPROVAL','SCHEDULED')),
  -- the draft that changes go into; an edition says up to which draft it goes
  draft int not null check (draft > 0),
  -- SHA-256 over that of the change before and the change, from the draft's first change on: what is approved
  draft_digest text not null,
  draft_added bigint not null check (draft_added >= 0),
  draft_removed bigint not null check (draft_removed >= 0),
  -- what is not removed, whether or not it was published
  entries bigint not null check (entries >= 0),
  written_by uuid[] not null,
  handed_over_by uuid,
  approved_by uuid,
  return_reason text,
  -- number and time of the newest edition, and when the next may go out: a rhythm from the beginning on
  edition int not null check (edition >= 0),
  published_at timestamptz,
  due_at timestamptz not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  revision bigint not null,
  unique (id, owner),
  check (cardinality(audience_communities) + cardinality(audience_participants) + cardinality(audience_groups) > 0),
  check (approved_by is null
    or (approved_by <> all (written_by) and approved_by <> handed_over_by and approved_by <> begun_by)),
  check (status <> 'SCHEDULED' or approved_by is not null)
);
create index identifier_list_newest on identifier_list (owner, id desc);
create index identifier_list_due on identifier_list (owner, due_at);
call wall_own('identifier_list');
grant update (status, draft, draft_digest, draft_added, draft_removed, entries, written_by, handed_over_by, approved_by,
  return_reason, edition, published_at, due_at, revision) on identifier_list to simpul_app;

-- What went out: the drafts up to one, as they stood at that time. It is made sealed.
create table identifier_list_edition (
  id uuid primary key,
  owner uuid not null,
  list_id uuid not null,
  number int not null check (number > 0),
  draft int not null check (draft > 0),
  title text not null,
  tlp text not null,
  pap text not null,
  digest text not null,
  written_by uuid[] not null,
  handed_over_by uuid not null,
  approved_by uuid not null,
  sealed_at timestamptz not null,
  foreign key (list_id, owner) references identifier_list (id, owner),
  unique (owner, list_id, number),
  unique (id, owner),
  check (approved_by <> all (written_by) and approved_by <> handed_over_by)
);
create index identifier_list_edition_of on identifier_list_edition (list_id, number desc);
call wall_version('identifier_list_edition', 'IDENTIFIER_LIST_EDITION', true);

-- Which lists of others reach the caller, and up to which draft. Asked once in a statement, under the wall of editions.
create function identifier_lists_seen() returns table (list_id uuid, draft int)
  language sql stable set search_path = pg_catalog, public as $$
  select e.list_id, max(e.draft) from public.identifier_list_edition e
  where e.owner is distinct from nullif(current_setting('simpul.participant', true), '')::uuid group by e.list_id
$$;
grant execute on function identifier_lists_seen() to simpul_app;

-- An entry is kept once, with the drafts that added and removed it. Its id is random: it tells nobody when it was added.
create table list_entry (
  owner uuid not null,
  list_id uuid not null,
  id uuid not null default gen_random_uuid(),
  type text not null,
  scope text not null,
  value text not null,
  confidence smallint not null check (confidence between 0 and 100),
  source_grade text,
  information_grade text,
  valid_from timestamptz,
  valid_until timestamptz,
  decay text,
  typology_code text,
  added_in int not null check (added_in > 0),
  removed_in int,
  primary key (owner, list_id, id),
  foreign key (list_id, owner) references identifier_list (id, owner),
  check (removed_in > added_in),
  check (valid_until > valid_from)
);
-- one value stands on a list once, however often it comes
create unique index list_entry_once on list_entry (owner, list_id, value, type, scope) where removed_in is null;
create index list_entry_value on list_entry (value);
create index list_entry_added on list_entry (owner, list_id, added_in);
create index list_entry_removed on list_entry (owner, list_id, removed_in) where removed_in is not null;
create index list_entry_expires on list_entry (owner, list_id, valid_until) where valid_until is not null;
call wall_rls('list_entry');
create policy see on list_entry for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (added_in <= ((select array_agg(s.draft order by s.list_id) from identifier_lists_seen() s)::int[])
          [array_position((select array_agg(s.list_id order by s.list_id) from identifier_lists_seen() s)::uuid[], list_id)]
        and coalesce(removed_in, 2147483647) > ((select array_agg(s.draft order by s.list_id) from identifier_lists_seen() s)::int[])
          [array_position((select array_agg(s.list_id order by s.list_id) from identifier_lists_seen() s)::uuid[], list_id)])
    -- what is gone stood in an edition that reaches the caller, of late; there is less of it
    or (removed_in is not null and exists (select from identifier_list_edition e where e.list_id = list_entry.list_id
        and e.owner = list_entry.owner and e.draft >= list_entry.added_in and e.draft < list_entry.removed_in
        and e.sealed_at > now() - interval '93 days')));
grant update (removed_in), delete on list_entry to simpul_app;

-- What an edition told stays: changes go into the open draft of an open list.
create function refuse_published_entry() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  wrong boolean;
begin
  if tg_op = 'INSERT' then
    wrong := exists (select from touched t left join public.identifier_list l on l.id = t.list_id
      where l.status is distinct from 'OPEN' or t.added_in <> l.draft or t.removed_in is not null);
  elsif tg_op = 'DELETE' then
    wrong := exists (select from touched t left join public.identifier_list l on l.id = t.list_id
      where l.status is distinct from 'OPEN' or t.added_in <> l.draft);
  else
    wrong := exists (select from touched t join before b on b.id = t.id and b.list_id = t.list_id
      left join public.identifier_list l on l.id = t.list_id
      where t.removed_in is distinct from b.removed_in
        and (l.status is distinct from 'OPEN' or b.removed_in is not null or t.removed_in is distinct from l.draft));
  end if;
  if wrong then
    raise exception 'an edition does not change' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger draft_insert after insert on list_entry referencing new table as touched
  for each statement execute function refuse_published_entry();
create trigger draft_update after update on list_entry referencing new table as touched old table as before
  for each statement execute function refuse_published_entry();
create trigger draft_delete after delete on list_entry referencing old table as touched
  for each statement execute function refuse_published_entry();

--changeset simpul:042-list-imports splitStatements:false
-- A file of identifiers on its way into the draft of a list, or out of it.
create table list_import (
  id uuid primary key,
  owner uuid not null,
  list_id uuid not null,
  operation text not null check (operation in ('ADD','REMOVE')),
  on_error text not null check (on_error in ('REJECT_ALL','KEEP_VALID')),
  defaults text not null,
  status text not null check (status in ('OPEN','RUNNING','STORED','REFUSED')),
  failure text,
  rows_read bigint not null,
  rows_refused bigint not null,
  rows_stored bigint not null,
  rows_repeated bigint not null,
  rows_warned bigint not null,
  started_by uuid not null,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  finished_at timestamptz,
  foreign key (list_id, owner) references identifier_list (id, owner),
  unique (id, owner)
);
create index list_import_of on list_import (list_id, owner);
create index list_import_running on list_import (owner, moved_at) where status = 'RUNNING';
call wall_own('list_import');
grant update (status, failure, rows_read, rows_refused, rows_stored, rows_repeated, rows_warned, moved_at, finished_at)
  on list_import to simpul_app;

-- What is wrong in a row, or is worth a look; never the value.
create table list_import_finding (
  id uuid primary key,
  owner uuid not null,
  import_id uuid not null,
  severity text not null check (severity in ('ERROR','WARNING')),
  row_number bigint not null,
  field text not null,
  code text not null,
  foreign key (import_id, owner) references list_import (id, owner)
);
create index list_import_finding_of on list_import_finding (owner, import_id, id);
call wall_own('list_import_finding');

--changeset simpul:042-screening splitStatements:false
do $$
declare
  kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'inquiry_quota_kind_check');
begin
  alter table inquiry_quota drop constraint inquiry_quota_kind_check;
  execute 'alter table inquiry_quota add constraint inquiry_quota_kind_check '
    || replace(kinds, '''INTEREST''::text', '''INTEREST''::text, ''SCREENING''::text');
end $$;

--changeset simpul:042-sightings splitStatements:false
-- What a member says of an entry of another's list. It is the reporter's; the list's owner learns sums, by the function
-- below, and nobody else anything.
create table sighting (
  id uuid primary key,
  owner uuid not null references participant,
  list_id uuid not null,
  list_owner uuid not null references participant,
  type text not null,
  scope text not null,
  value text not null,
  kind text not null check (kind in ('SEEN','FALSE_POSITIVE','EXPIRED')),
  times int not null check (times between 1 and 1000000),
  seen_from date not null,
  seen_until date not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  unique (id, owner),
  check (seen_until >= seen_from)
);
create index sighting_newest on sighting (owner, id desc);
create index sighting_of on sighting (list_owner, list_id, value);
call wall_own('sighting');
-- one reports what an edition tells one
create policy of_what_reaches on sighting as restrictive for insert to simpul_app
  with check (list_owner <> owner and (select true from list_entry e where e.owner = list_owner and e.list_id = sighting.list_id
    and e.value = sighting.value and e.type = sighting.type and e.scope = sighting.scope limit 1));
create policy summed on sighting for select to simpul_owner
  using (list_owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));

-- SECURITY DEFINER, one of the few: the owner of a list reads no sighting, but how often its entries were seen in all.
create function simpul_sightings(p_list uuid, p_values text[])
  returns table (type text, scope text, value text, seen bigint, false_positive bigint, expired bigint,
    seen_from date, seen_until date)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.type, s.scope, s.value, coalesce(sum(s.times) filter (where s.kind = 'SEEN'), 0),
    coalesce(sum(s.times) filter (where s.kind = 'FALSE_POSITIVE'), 0),
    coalesce(sum(s.times) filter (where s.kind = 'EXPIRED'), 0), min(s.seen_from), max(s.seen_until)
  from public.sighting s
  where s.list_id = p_list and s.list_owner = nullif(current_setting('simpul.participant', true), '')::uuid
    and s.value = any (p_values)
  group by s.type, s.scope, s.value
$$;
revoke all on function simpul_sightings(uuid, text[]) from public;
grant execute on function simpul_sightings(uuid, text[]) to simpul_app;
