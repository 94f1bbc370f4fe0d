--liquibase formatted sql

--changeset simpul:005-typology splitStatements:false
-- The owner's file of a typology and how far its newest version is. Readers see sealed versions, never this.
create table typology (
  id uuid primary key,
  owner uuid not null references participant,
  code text not null,
  status text not null check (status in ('DRAFT','PENDING_APPROVAL','PUBLISHED')),
  created_at timestamptz not null,
  unique (owner, code),
  unique (id, owner)
);
call wall_own('typology');
grant update (status) on typology to simpul_app;

-- The author is null for what the hub itself brought along; whoever wrote can't be the one who approves.
create table typology_version (
  id uuid primary key,
  owner uuid not null,
  typology_id uuid not null,
  code text not null,
  number int not null check (number > 0),
  title_id text not null,
  title_en text not null,
  summary_id text not null,
  summary_en text not null,
  narrative_id text not null,
  narrative_en text not null,
  predicate_offence text not null,
  jurisdictions text[] not null,
  channels text[] not null,
  tlp text not null,
  pap text not null,
  threshold int not null check (threshold > 0),
  at_least int not null check (at_least > 1),
  author uuid,
  written_by uuid[] not null,
  written_at timestamptz not null,
  audience_communities text[] not null,
  audience_participants uuid[] not null,
  handed_over_by uuid,
  return_reason text,
  approved_by uuid,
  revision bigint not null,
  digest text,
  sealed_at timestamptz,
  foreign key (typology_id, owner) references typology (id, owner),
  unique (owner, typology_id, number),
  unique (id, owner),
  -- nothing is published that nobody handed over and approved, or to nobody
  check (sealed_at is null or (handed_over_by is not null and approved_by is not null and digest is not null
    and cardinality(audience_communities) + cardinality(audience_participants) > 0)),
  check (approved_by is null or approved_by <> all (written_by))
);
create index typology_version_of on typology_version (typology_id, number desc);
create index typology_version_newest on typology_version (owner, id desc);
call wall_version('typology_version', 'TYPOLOGY_VERSION', true);
grant update (title_id, title_en, summary_id, summary_en, narrative_id, narrative_en, predicate_offence, jurisdictions,
  channels, tlp, pap, threshold, at_least, written_by, written_at, audience_communities, audience_participants,
  handed_over_by, return_reason, approved_by, revision, digest, sealed_at) on typology_version to simpul_app;

create table red_flag (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  code text not null,
  position int not null,
  text_id text not null,
  text_en text not null,
  category text not null,
  weight int not null check (weight between 0 and 100),
  publisher text not null,
  source_date text,
  source_reference text not null,
  verification text not null check (verification in ('VERIFIED','SECONDARY','BACKGROUND')),
  foreign key (version_id, owner) references typology_version (id, owner),
  unique (owner, version_id, code),
  -- what somebody is never raises suspicion by itself (R9)
  check (category <> 'CONTEXT' or weight = 0)
);
create index red_flag_version on red_flag (version_id, position);
call wall_part('red_flag', 'typology_version');
grant delete on red_flag to simpul_app;
