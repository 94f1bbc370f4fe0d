--liquibase formatted sql

--changeset simpul:045-sightings-of-typologies splitStatements:false
-- Which typology a sighting speaks for: that of the entry as its newest edition told it when the sighting was reported.
-- Read by the two functions below alone, as the list's owner.
create policy summed on list_entry for select to simpul_owner
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy summed on identifier_list_edition for select to simpul_owner
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy summed on typology_version for select to simpul_owner
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create index sighting_reported on sighting (list_owner, reported_at);
create view sighting_typology with (security_invoker = true) as
  select s.owner as reporter, s.list_owner, s.kind, s.times, s.reported_at, (
    select e.typology_code from list_entry e
    where e.owner = s.list_owner and e.list_id = s.list_id and e.value = s.value and e.type = s.type and e.scope = s.scope
      and exists (select from identifier_list_edition n where n.owner = e.owner and n.list_id = e.list_id
        and n.draft >= e.added_in and n.sealed_at <= s.reported_at)
    order by e.added_in desc limit 1) as code
  from sighting s;

-- SECURITY DEFINER, one of the few: the owner of a typology reads no sighting, but how often the entries that name it
-- were seen while this version was the newest.
create function simpul_typology_sightings(p_version uuid) returns table (seen bigint, false_positive bigint)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with version as (
    select v.owner, v.code, v.sealed_at, (select min(n.sealed_at) from public.typology_version n
      where n.owner = v.owner and n.typology_id = v.typology_id and n.number > v.number) as next_at
    from public.typology_version v
    where v.id = p_version and v.owner = nullif(current_setting('simpul.participant', true), '')::uuid)
  select coalesce(sum(s.times) filter (where s.kind = 'SEEN'), 0)::bigint,
    coalesce(sum(s.times) filter (where s.kind = 'FALSE_POSITIVE'), 0)::bigint
  from version v join public.sighting_typology s on s.list_owner = v.owner and s.code = v.code
    and s.reported_at >= v.sealed_at and (v.next_at is null or s.reported_at < v.next_at)
$$;
revoke all on function simpul_typology_sightings(uuid) from public;
grant execute on function simpul_typology_sightings(uuid) to simpul_app;

-- SECURITY DEFINER, one of the few: the job that counts reads who reported how many of which kind, and no value.
create function simpul_sighting_facts(p_fiu uuid, p_from timestamptz, p_before timestamptz)
  returns table (reporter uuid, code text, kind text, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.reporter, coalesce(s.code, ''), s.kind, count(*) from public.sighting_typology s
  where s.list_owner = p_fiu and s.list_owner = nullif(current_setting('simpul.participant', true), '')::uuid
    and s.reported_at >= p_from and s.reported_at < p_before
  group by s.reporter, coalesce(s.code, ''), s.kind
$$;
revoke all on function simpul_sighting_facts(uuid, timestamptz, timestamptz) from public;
grant execute on function simpul_sighting_facts(uuid, timestamptz, timestamptz) to simpul_job_statistics;

--changeset simpul:045-retention-of-lists splitStatements:false
-- An entry that was taken off rests once no feed tells of it any more; an import once it has ended; a sighting at once.
create view resting_list_entry (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select e.id, e.owner, 'LIST_ENTRY', e.id, taken.off_at + interval '93 days', false
    from list_entry e cross join lateral (select min(n.sealed_at) as off_at from identifier_list_edition n
      where n.owner = e.owner and n.list_id = e.list_id and n.draft >= e.removed_in) taken
    where e.removed_in is not null and taken.off_at is not null;
create view resting_list_import (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'LIST_IMPORT', id, finished_at, false from list_import where finished_at is not null;
create view resting_sighting (id, owner, class, shown_as, since, restricted) with (security_invoker = true) as
  select id, owner, 'SIGHTING', id, reported_at, false from sighting;
grant select on resting_list_entry, resting_list_import, resting_sighting to simpul_app, simpul_job_retention;
create index list_entry_gone on list_entry (id) where removed_in is not null;
do $$
declare
  months text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'retention_period_class_check');
begin
  alter table retention_period drop constraint retention_period_class_check;
  execute 'alter table retention_period add constraint retention_period_class_check '
    || replace(months, '''NOTIFICATION''::text', '''NOTIFICATION''::text, ''LIST_ENTRY''::text, ''LIST_IMPORT''::text, ''SIGHTING''::text');
  execute 'create or replace view retention_subject with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('retention_subject'::regclass), ';')
    || ' union all select * from resting_list_entry union all select * from resting_list_import union all select * from resting_sighting';
  execute replace(pg_get_functiondef('retention_classes'::regproc), '''NOTIFICATION''',
    '''NOTIFICATION'',''LIST_ENTRY'',''LIST_IMPORT'',''SIGHTING''');
  execute replace(pg_get_functiondef('retention_tables'::regproc), 'when ''NOTIFICATION''',
    $tables$when 'LIST_ENTRY' then array['list_entry.id']
    when 'LIST_IMPORT' then array['list_import_finding.import_id','list_import.id']
    when 'SIGHTING' then array['sighting.id']
    when 'NOTIFICATION'$tables$);
end $$;

-- A list on legal hold keeps what was taken off it, and its imports. Reporters' sightings go by their own period alone: a
-- hold of the FIU's shows in nothing that is theirs.
do $$
declare
  kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'legal_hold_object_kind_check');
begin
  alter table legal_hold drop constraint legal_hold_object_kind_check;
  execute 'alter table legal_hold add constraint legal_hold_object_kind_check '
    || replace(kinds, '''LEAD''::text', '''LEAD''::text, ''IDENTIFIER_LIST''::text');
  execute replace(pg_get_functiondef('retention_held'::regproc), 'union all select v.dissemination_id',
    $held$union all select e.id from kept k join list_entry e on e.owner = k.owner and e.list_id = k.id
    where p_class = 'LIST_ENTRY' and e.removed_in is not null
  union all select i.id from kept k join list_import i on i.owner = k.owner and i.list_id = k.id where p_class = 'LIST_IMPORT'
  union all select v.dissemination_id$held$);
end $$;

-- what stands on a list, or may still be told as taken off, no purge takes
do $$
declare
  part text;
  relation text;
  asked text;
  resting jsonb := '{"list_entry":"removed_in is not null","list_import":"finished_at is not null"}';
begin
  for part in select t from unnest(array['LIST_ENTRY','LIST_IMPORT','SIGHTING']) c, unnest(retention_tables(c)) t loop
    relation := split_part(part, '.', 1);
    asked := split_part(part, '.', 2);
    execute format('grant select (%I), delete on %I to simpul_job_retention', asked, relation);
    execute format('create policy purge_reads on %I for select to simpul_job_retention using (true)', relation);
    execute format('create policy purges on %1$I for delete to simpul_job_retention
      using ((select true from purge_item i where i.object_id = %1$I.%2$I limit 1) and %3$s)',
      relation, asked, coalesce(resting ->> relation, 'true'));
  end loop;
end $$;
grant select (id, owner, list_id, removed_in) on list_entry to simpul_job_retention;
grant select (id, owner, list_id, finished_at) on list_import to simpul_job_retention;
grant select (id, owner, reported_at) on sighting to simpul_job_retention;
grant select (owner, list_id, draft, sealed_at) on identifier_list_edition to simpul_job_retention;
create policy purge_reads on identifier_list_edition for select to simpul_job_retention using (true);

create or replace function refuse_published_entry() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  wrong boolean;
begin
  if tg_op = 'DELETE' and current_user = 'simpul_job_retention' then
    return null;
  end if;
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
