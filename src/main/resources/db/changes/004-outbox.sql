--liquibase formatted sql

--changeset simpul:004-outbox splitStatements:false
-- Events written with the act, without content: what happened to which object. Handled after the commit, at least once.
create table outbox_event (
  id uuid primary key,
  owner uuid not null references participant,
  kind text not null,
  object_id uuid not null,
  created_at timestamptz not null,
  attempts int not null default 0,
  due_at timestamptz not null,
  handled_at timestamptz
);
create index outbox_event_due on outbox_event (due_at) where handled_at is null;
alter table outbox_event enable row level security;
alter table outbox_event force row level security;
create policy write on outbox_event for insert to simpul_app
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy dispatch on outbox_event for select to simpul_dispatcher using (true);
create policy mark on outbox_event for update to simpul_dispatcher using (true) with check (true);
grant insert on outbox_event to simpul_app;
grant select on outbox_event to simpul_dispatcher;
grant update (attempts, due_at, handled_at) on outbox_event to simpul_dispatcher;
