--liquibase formatted sql

--changeset simpul:029-hold-place splitStatements:false
-- The ids of a hold and of its versions are random: what an institution receives does not tell when it was begun. Lists
-- walk by this instead, which is made anew as a version is sealed.
alter table hold_version add column place uuid not null default uuidv7();
alter table hold_version alter column place drop default;
drop index hold_newest;
drop index hold_version_newest;
create index hold_version_newest on hold_version (owner, place desc) where number = 1;
grant update (place) on hold_version to simpul_app;
