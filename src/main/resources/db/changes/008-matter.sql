--liquibase formatted sql

--changeset simpul:008-matter splitStatements:false
create table matter (
  id uuid primary key,
  owner uuid not null references participant,
  number text not null,
  offence text not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  expires_at timestamptz not null,
  unique (owner, number),
  unique (id, owner)
);
create index matter_newest on matter (owner, id desc);
call wall_own('matter');
