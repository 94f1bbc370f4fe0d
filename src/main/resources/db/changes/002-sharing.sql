--liquibase formatted sql

--changeset simpul:002-sharing splitStatements:false
-- The ledger: every share is a row. What people read and audit.
create table disclosure (
  id uuid primary key,
  object_kind text not null check (object_kind in ('REFERRAL_VERSION','TYPOLOGY_VERSION','DISSEMINATION_VERSION')),
  object_id uuid not null,
  object_owner uuid not null references participant,
  from_participant uuid not null references participant,
  to_participant uuid references participant,
  to_group uuid,
  to_community text references community,
  to_person uuid,
  parent_id uuid references disclosure,
  purpose text not null,
  legal_basis text not null,
  tlp text not null check (tlp in ('TLP:RED','TLP:AMBER+STRICT','TLP:AMBER','TLP:GREEN','TLP:CLEAR')),
  pap text not null check (pap in ('PAP:RED','PAP:AMBER','PAP:GREEN','PAP:CLEAR')),
  caveats text,
  disclosed_by uuid not null,
  approved_by uuid,
  disclosed_at timestamptz not null,
  expires_at timestamptz,
  recalled_at timestamptz,
  recalled_by uuid,
  recall_reason text,
  check (num_nonnulls(to_participant, to_group, to_community, to_person) = 1),
  -- TLP:RED names persons
  check (tlp <> 'TLP:RED' or to_person is not null),
  -- handing on what another owns hangs on the disclosure it came by
  check (from_participant = object_owner or parent_id is not null)
);
create index disclosure_object on disclosure (object_id);
create index disclosure_parent on disclosure (parent_id);
create index disclosure_from on disclosure (from_participant, id desc);
create index disclosure_to on disclosure (to_participant, id desc);

-- What the machine asks: one row for each live disclosure and key that it reaches. Kept by trigger, written by nobody.
create table reach (
  audience uuid not null,
  object_kind text not null,
  object_id uuid not null,
  disclosure_id uuid not null references disclosure,
  from_participant uuid not null,
  expires_at timestamptz,
  primary key (audience, object_kind, object_id, disclosure_id)
);
create index reach_object on reach (object_id, audience) include (object_kind, from_participant, expires_at);
create index reach_disclosure on reach (disclosure_id);

create function disclosure_to_reach() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  parent public.disclosure;
  until timestamptz := new.expires_at;
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - '{recalled_at,recalled_by,recall_reason}'::text[])
         is distinct from (to_jsonb(old) - '{recalled_at,recalled_by,recall_reason}'::text[])
       or old.recalled_at is not null or new.recalled_at is null then
      raise exception 'the ledger is append-only' using errcode = '42501';
    end if;
    -- a recall reaches everything that was handed on from here; whoever hands on meanwhile waits, and finds it recalled
    perform pg_advisory_xact_lock(hashtextextended(new.object_id::text, 0));
    with recursive hanging as (
      select new.id union all select d.id from public.disclosure d join hanging h on d.parent_id = h.id)
    delete from public.reach r using hanging h where r.disclosure_id = h.id;
    return null;
  end if;
  if new.recalled_at is not null then
    raise exception 'a disclosure does not begin recalled' using errcode = '42501';
  end if;
  if new.parent_id is not null then
    -- lives as long as the one it came by; a recall anywhere above waits for this row and takes it along
    perform pg_advisory_xact_lock(hashtextextended(new.object_id::text, 0));
    select * into parent from public.disclosure d where d.id = new.parent_id;
    if parent.object_id is distinct from new.object_id or parent.object_kind is distinct from new.object_kind then
      raise exception 'the parent discloses another object' using errcode = '42501';
    end if;
    if array_position(array['TLP:CLEAR','TLP:GREEN','TLP:AMBER','TLP:AMBER+STRICT','TLP:RED'], new.tlp)
         < array_position(array['TLP:CLEAR','TLP:GREEN','TLP:AMBER','TLP:AMBER+STRICT','TLP:RED'], parent.tlp)
       or array_position(array['PAP:CLEAR','PAP:GREEN','PAP:AMBER','PAP:RED'], new.pap)
         < array_position(array['PAP:CLEAR','PAP:GREEN','PAP:AMBER','PAP:RED'], parent.pap) then
      raise exception 'handling only gets stricter' using errcode = '42501';
    end if;
    select min(r.expires_at) into until from public.reach r where r.disclosure_id = new.parent_id;
    if not exists (select 1 from public.reach r where r.disclosure_id = new.parent_id) then
      raise exception 'the parent is not live' using errcode = '42501';
    end if;
    until := least(until, new.expires_at);
  end if;
  insert into public.reach (audience, object_kind, object_id, disclosure_id, from_participant, expires_at)
  select coalesce(new.to_participant, new.to_group, new.to_person,
                  (select c.id from public.community c where c.kind = new.to_community)),
         new.object_kind, new.object_id, new.id, new.from_participant, until;
  return null;
end $$;
revoke all on function disclosure_to_reach() from public;
create trigger disclosure_to_reach after insert or update on disclosure
  for each row execute function disclosure_to_reach();

alter table disclosure enable row level security;
alter table disclosure force row level security;
alter table reach enable row level security;
alter table reach force row level security;
create policy upkeep on disclosure to simpul_owner using (true) with check (true);
create policy upkeep on reach to simpul_owner using (true) with check (true);
create policy mine on reach for select to simpul_app
  using (audience = any ((select nullif(current_setting('simpul.keys', true), '')::uuid[])::uuid[]));
-- the giver sees its row; a recipient only while it is reached
create policy see on disclosure for select to simpul_app
  using (from_participant = (select nullif(current_setting('simpul.participant', true), '')::uuid)
         or (select true from reach x where x.disclosure_id = disclosure.id
               and x.audience = any ((select nullif(current_setting('simpul.keys', true), '')::uuid[])::uuid[])
               and (x.expires_at is null or x.expires_at > now()) limit 1));
create policy add on disclosure for insert to simpul_app
  with check (from_participant = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    and (object_owner = from_participant
         or (select true from reach x where x.disclosure_id = parent_id and x.object_id = disclosure.object_id limit 1)));
create policy recall on disclosure for update to simpul_app
  using (from_participant = (select nullif(current_setting('simpul.participant', true), '')::uuid))
  with check (from_participant = (select nullif(current_setting('simpul.participant', true), '')::uuid));
grant select, insert on disclosure to simpul_app;
grant update (recalled_at, recalled_by, recall_reason) on disclosure to simpul_app;
grant select on reach to simpul_app;

--changeset simpul:002-walls splitStatements:false
-- The one text of the database wall. A migration calls one of these for each table of content; catalogue lint (see
-- RowSecurityTest) refuses a table without.
create procedure wall_rls(p_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('grant select, insert on %s to simpul_app', p_table);
  execute format($p$create policy add on %s for insert to simpul_app
    with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid))$p$, p_table);
  execute format($p$create policy chg on %1$s for update to simpul_app
    using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid))
    with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid))$p$, p_table);
  execute format($p$create policy del on %s for delete to simpul_app
    using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid))$p$, p_table);
end $$;

-- Seen by its owner alone.
create procedure wall_own(p_table regclass) language plpgsql as $$
begin
  call wall_rls(p_table);
  execute format($p$create policy see on %s for select to simpul_app
    using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid))$p$, p_table);
end $$;

-- An immutable version (column sealed_at): seen by its owner, and by whom a live disclosure reaches once it is sealed.
-- p_withdrawn: a giver's suspension hides it (typologies, lists), or does not (a submitted referral).
create procedure wall_version(p_table regclass, p_kind text, p_withdrawn boolean) language plpgsql as $$
begin
  call wall_rls(p_table);
  execute format($p$create policy see on %1$s for select to simpul_app
    using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      or (sealed_at is not null and (select true from reach x where x.object_id = %1$s.id and x.object_kind = %2$L
            and x.audience = any ((select nullif(current_setting('simpul.keys', true), '')::uuid[])::uuid[])
            and (x.expires_at is null or x.expires_at > now()) %3$s limit 1)))$p$, p_table, p_kind,
    case when p_withdrawn then
      $s$and x.from_participant <> all ((select nullif(current_setting('simpul.suspended', true), '')::uuid[])::uuid[])$s$ else '' end);
  execute format('create trigger sealed_version before update or delete on %s for each row execute function refuse_sealed_version()', p_table);
  -- a row of the ledger names a sealed version that its giver sees, under the owner that it has
  execute format($p$create policy names_%2$s on disclosure as restrictive for insert to simpul_app
    with check (object_kind <> %3$L or (select true from %1$s v
      where v.id = object_id and v.owner = object_owner and v.sealed_at is not null))$p$, p_table, lower(p_kind), p_kind);
end $$;

-- A row of a version, under the column version_id: seen as its version is, written only while that is open.
create procedure wall_part(p_table regclass, p_version regclass) language plpgsql as $$
begin
  call wall_rls(p_table);
  execute format($p$create policy see on %1$s for select to simpul_app
    using ((select true from %2$s p where p.id = %1$s.version_id))$p$, p_table, p_version);
  execute format('create trigger open_insert after insert on %s referencing new table as touched for each statement execute function refuse_sealed_part(%L)', p_table, p_version::text);
  execute format('create trigger open_update after update on %s referencing new table as touched for each statement execute function refuse_sealed_part(%L)', p_table, p_version::text);
  execute format('create trigger open_delete after delete on %s referencing old table as touched for each statement execute function refuse_sealed_part(%L)', p_table, p_version::text);
end $$;

-- A contribution to another's object (columns object_id, object_owner): seen by its writer and by the object's owner.
create procedure wall_contribution(p_table regclass) language plpgsql as $$
begin
  call wall_rls(p_table);
  execute format($p$create policy see on %s for select to simpul_app
    using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
        or object_owner = (select nullif(current_setting('simpul.participant', true), '')::uuid))$p$, p_table);
end $$;

create function refuse_sealed_version() returns trigger language plpgsql as $$
begin
  if old.sealed_at is not null then
    raise exception 'a sealed version does not change' using errcode = '42501';
  end if;
  return coalesce(new, old);
end $$;

-- The version is locked, so that it cannot be sealed between this check and the commit.
create function refuse_sealed_part() returns trigger language plpgsql as $$
declare
  sealed bigint;
begin
  execute format('select count(*) from (select v.sealed_at from %s v where v.id in (select distinct t.version_id from touched t)
                  for share of v) s where s.sealed_at is not null', tg_argv[0]) into sealed;
  if sealed > 0 then
    raise exception 'a sealed version does not change' using errcode = '42501';
  end if;
  return null;
end $$;
