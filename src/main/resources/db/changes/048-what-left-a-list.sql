--liquibase formatted sql

--changeset simpul:048-what-left-a-list splitStatements:false
-- What is gone stays seen by whoever has an edition that told it, until an edition without it has been out for 93 days:
-- as long as it rests (resting_list_entry), however long the edition before had stood.
alter policy see on list_entry
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (added_in <= ((select array_agg(s.draft order by s.list_id) from identifier_lists_seen() s)::int[])
          [array_position((select array_agg(s.list_id order by s.list_id) from identifier_lists_seen() s)::uuid[], list_id)]
        and coalesce(removed_in, 2147483647) > ((select array_agg(s.draft order by s.list_id) from identifier_lists_seen() s)::int[])
          [array_position((select array_agg(s.list_id order by s.list_id) from identifier_lists_seen() s)::uuid[], list_id)])
    or (removed_in is not null and exists (select from identifier_list_edition e where e.list_id = list_entry.list_id
        and e.owner = list_entry.owner and e.draft >= list_entry.added_in and e.draft < list_entry.removed_in)
      and not exists (select from identifier_list_edition n where n.list_id = list_entry.list_id
        and n.owner = list_entry.owner and n.draft >= list_entry.removed_in
        and n.sealed_at <= now() - interval '93 days')));
