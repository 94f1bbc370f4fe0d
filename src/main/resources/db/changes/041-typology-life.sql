--liquibase formatted sql

--changeset simpul:041-review splitStatements:false
do $$
declare
  kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'disclosure_object_kind_check');
begin
  alter table disclosure drop constraint disclosure_object_kind_check;
  execute 'alter table disclosure add constraint disclosure_object_kind_check '
    || replace(kinds, '''TYPOLOGY_VERSION''::text', '''TYPOLOGY_VERSION''::text, ''REVIEW_COPY''::text');
end $$;
alter table typology drop constraint typology_status_check;
alter table typology add constraint typology_status_check
  check (status in ('DRAFT','PEER_REVIEW','PENDING_APPROVAL','PUBLISHED','RETIRED'));

-- A draft as it was given to its reviewers. Its content never changes; it is open until other content is written, or it
-- is decided on.
create table review_copy (
  id uuid primary key,
  owner uuid not null references participant,
  typology_id uuid not null,
  version_id uuid not null,
  code text not null,
  number int not null,
  content text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  written_by uuid[] not null,
  opened_by uuid not null,
  due_at timestamptz not null,
  warned_at timestamptz,
  escalated_at timestamptz,
  closed_at timestamptz,
  sealed_at timestamptz not null,
  foreign key (version_id, owner) references typology_version (id, owner),
  unique (id, owner)
);
create unique index review_copy_open on review_copy (owner, version_id) where closed_at is null;
create index review_copy_newest on review_copy (owner, id desc);
call wall_version('review_copy', 'REVIEW_COPY', false);
drop trigger sealed_version on review_copy;
create function refuse_other_than_the_end() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null or (to_jsonb(new) - '{warned_at,escalated_at,closed_at}'::text[])
       is distinct from (to_jsonb(old) - '{warned_at,escalated_at,closed_at}'::text[]) then
    raise exception 'a review copy only ends' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_ends before update on review_copy for each row execute function refuse_other_than_the_end();
grant update (warned_at, escalated_at, closed_at) on review_copy to simpul_app;

-- What a reviewer says of it: a word of one's own, never changed; a later one of the same person takes its place.
create table typology_review (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  reviewer uuid not null,
  perspective text not null check (perspective in ('CHILD_PROTECTION','SURVIVOR_ADVISER','ANALYST')),
  verdict text not null check (verdict in ('ENDORSED','CHANGES_ASKED','BLOCKED')),
  reason text not null check (btrim(reason) <> ''),
  digest text not null,
  at timestamptz not null
);
create index typology_review_object on typology_review (object_id, id);
call wall_contribution('typology_review');
-- in person, on the copy that was shown, while it is open; the eyes of a partner are not the FIU's
create policy of_what_was_shown on typology_review as restrictive for insert to simpul_app
  with check (reviewer = (select nullif(current_setting('simpul.person', true), '')::uuid)
    and (select true from review_copy c where c.id = object_id and c.owner = object_owner and c.closed_at is null
      and c.digest = typology_review.digest and reviewer <> all (c.written_by))
    and (select case perspective when 'ANALYST' then p.kind in ('FIU','SUPERVISOR') else p.kind = 'PARTNER' end
      from participant p where p.id = typology_review.owner));

-- Nothing is published that nobody reviewed for the children in it, that somebody blocks (whoever blocked an earlier copy
-- of it says otherwise, in person), or that one language lacks.
create function refuse_without_review() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' or old.sealed_at is null) and new.sealed_at is not null and (
    not exists (select from review_copy c join typology_review r on r.object_id = c.id
      where c.version_id = new.id and c.closed_at is null and r.perspective <> 'ANALYST' and r.verdict = 'ENDORSED'
        and not exists (select from typology_review l where l.object_id = c.id and l.reviewer = r.reviewer and l.id > r.id))
    or exists (select from review_copy c join typology_review r on r.object_id = c.id
      where c.version_id = new.id and r.verdict = 'BLOCKED'
        and not exists (select from review_copy o join typology_review l on l.object_id = o.id
          where o.version_id = new.id and l.reviewer = r.reviewer and l.id > r.id))
    or '' in (btrim(new.title_id), btrim(new.title_en), btrim(new.summary_id), btrim(new.summary_en),
      btrim(new.narrative_id), btrim(new.narrative_en))
    or exists (select from red_flag f where f.version_id = new.id
      and (f.weight >= new.threshold or '' in (btrim(f.text_id), btrim(f.text_en))))) then
    raise exception 'not reviewed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger reviewed_version before insert or update on typology_version for each row execute function refuse_without_review();

--changeset simpul:041-retirement splitStatements:false
-- That a typology is no longer used, and why: proposed by one person, sealed by another. Then whoever reads a version of
-- it reads this too.
create table typology_retirement (
  id uuid primary key,
  owner uuid not null references participant,
  typology_id uuid not null,
  version_id uuid not null,
  reason_id text not null,
  reason_en text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  return_reason text,
  returned_at timestamptz,
  sealed_at timestamptz,
  foreign key (typology_id, owner) references typology (id, owner),
  foreign key (version_id, owner) references typology_version (id, owner),
  check (decided_by is null or decided_by <> proposed_by),
  check (num_nonnulls(returned_at, sealed_at) = (decided_by is not null)::int),
  check ((returned_at is null) = (return_reason is null))
);
create unique index typology_retirement_once on typology_retirement (owner, typology_id) where returned_at is null;
create index typology_retirement_of on typology_retirement (typology_id);
call wall_rls('typology_retirement');
create policy see on typology_retirement for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (sealed_at is not null and (select true from typology_version v
          where v.typology_id = typology_retirement.typology_id and v.sealed_at is not null limit 1)));
create trigger sealed_version before update or delete on typology_retirement
  for each row execute function refuse_sealed_version();
grant update (decided_by, return_reason, returned_at, sealed_at) on typology_retirement to simpul_app;

--changeset simpul:041-adoption splitStatements:false
-- That an institution has put a version to use: its own word, read by it and by the typology's owner.
create table typology_adoption (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  typology_id uuid not null,
  number int not null,
  adopted_by uuid not null,
  adopted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index typology_adoption_live on typology_adoption (owner, typology_id) where ended_at is null;
create index typology_adoption_object on typology_adoption (object_id, id);
create index typology_adoption_of on typology_adoption (typology_id, id desc);
call wall_contribution('typology_adoption');
create policy of_what_is_published on typology_adoption as restrictive for insert to simpul_app
  with check ((select true from typology_version v where v.id = object_id and v.owner = object_owner
    and v.typology_id = typology_adoption.typology_id and v.number = typology_adoption.number
    and v.sealed_at is not null and v.owner <> typology_adoption.owner));
create function refuse_after_the_end() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'an adoption ends once' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger ends_once before update on typology_adoption for each row execute function refuse_after_the_end();
grant update (ended_by, ended_at) on typology_adoption to simpul_app;

--changeset simpul:041-proposal splitStatements:false
-- A red flag that an institution has seen in practice: its own row, read by it and by the typology's owner.
create table red_flag_proposal (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  typology_id uuid not null,
  text_id text not null,
  text_en text not null,
  category text not null,
  observation text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  unique (id, owner)
);
create index red_flag_proposal_newest on red_flag_proposal (owner, id desc);
create index red_flag_proposal_received on red_flag_proposal (object_owner, id desc);
call wall_contribution('red_flag_proposal');
create policy on_what_is_published on red_flag_proposal as restrictive for insert to simpul_app
  with check (proposed_by = (select nullif(current_setting('simpul.person', true), '')::uuid)
    and (select true from typology_version v where v.id = object_id and v.owner = object_owner
      and v.typology_id = red_flag_proposal.typology_id and v.sealed_at is not null
      and v.owner <> red_flag_proposal.owner));

-- What the typology's owner answers, once; read by the two alone.
create table red_flag_decision (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  status text not null check (status in ('ACCEPTED','DECLINED')),
  reason text,
  red_flag_code text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  unique (owner, object_id),
  check ((status = 'DECLINED') = (reason is not null) and (status = 'ACCEPTED') = (red_flag_code is not null))
);
create index red_flag_decision_object on red_flag_decision (object_id);
call wall_contribution('red_flag_decision');
create policy on_what_it_received on red_flag_decision as restrictive for insert to simpul_app
  with check ((select true from red_flag_proposal p where p.id = red_flag_decision.object_id
    and p.owner = red_flag_decision.object_owner and p.object_owner = red_flag_decision.owner));

--changeset simpul:041-effect splitStatements:false
create index referral_red_flag_typology on referral_red_flag (typology_version_id);
create policy counted on referral_red_flag for select to simpul_job_statistics using (true);
grant select (version_id, typology_version_id) on referral_red_flag to simpul_job_statistics;
create policy counted on typology_version for select to simpul_job_statistics using (sealed_at is not null);
grant select (id, code, sealed_at) on typology_version to simpul_job_statistics;
