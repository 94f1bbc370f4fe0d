--liquibase formatted sql

--changeset simpul:049-sweep-of-lists splitStatements:false
-- The number of an edition from which on an entry is in none, for it was taken off or has expired. It tells nothing that
-- drafts and validity do not: it keeps what is gone out of the indexes by which editions and their changes are read.
alter table list_entry add column gone_from int;
grant update (gone_from) on list_entry to simpul_app;
drop index list_entry_added, list_entry_removed, list_entry_expires;
create index list_entry_standing on list_entry (owner, list_id, gone_from, id);
create index list_entry_added on list_entry (owner, list_id, added_in, id) where gone_from is null;
create index list_entry_removed on list_entry (owner, list_id, removed_in) where removed_in is not null and gone_from is null;
create index list_entry_expires on list_entry (owner, list_id, valid_until) where valid_until is not null and gone_from is null;

-- what an edition holds is not gone from it, nor does what is gone come back
create or replace function refuse_published_entry() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  wrong boolean;
begin
  if tg_op = 'DELETE' and current_user = 'simpul_job_retention' then
    return null;
  end if;
  if tg_op = 'INSERT' then
    wrong := exists (select from touched t left join public.identifier_list l on l.id = t.list_id
      where l.status is distinct from 'OPEN' or t.added_in <> l.draft or t.removed_in is not null
        or t.gone_from is not null);
  elsif tg_op = 'DELETE' then
    wrong := exists (select from touched t left join public.identifier_list l on l.id = t.list_id
      where l.status is distinct from 'OPEN' or t.added_in <> l.draft);
  else
    wrong := exists (select from touched t join before b on b.id = t.id and b.list_id = t.list_id
      left join public.identifier_list l on l.id = t.list_id
      where t.removed_in is distinct from b.removed_in
        and (l.status is distinct from 'OPEN' or b.removed_in is not null or t.removed_in is distinct from l.draft))
      or exists (select from touched t join before b on b.id = t.id and b.list_id = t.list_id
      left join public.identifier_list_edition n on n.owner = t.owner and n.list_id = t.list_id and n.number = t.gone_from
      where t.gone_from is distinct from b.gone_from
        and (b.gone_from is not null
          or (t.added_in <= n.draft and (t.removed_in <= n.draft or t.valid_until <= n.sealed_at)) is not true));
  end if;
  if wrong then
    raise exception 'an edition does not change' using errcode = '42501';
  end if;
  return null;
end $$;
