--liquibase formatted sql

--changeset simpul:015-outbox-notification splitStatements:false
-- Whom an event concerns: written with the act, read by the dispatcher alone.
create table outbox_notification (
  id uuid primary key,
  owner uuid not null references participant,
  to_participant uuid not null references participant,
  to_person uuid,
  permission text not null,
  object_kind text not null,
  object_id uuid not null,
  urgent boolean not null
);
alter table outbox_notification enable row level security;
alter table outbox_notification force row level security;
create policy write on outbox_notification for insert to simpul_app
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy dispatch on outbox_notification for select to simpul_dispatcher using (true);
grant insert on outbox_notification to simpul_app;
grant select on outbox_notification to simpul_dispatcher;
