--liquibase formatted sql

--changeset simpul:021-notification splitStatements:false
-- That there is an item for somebody of the owner. It names its object for one thing only: whether the reader may still
-- see that is asked at each reading and sending; nothing of it is ever told.
create table notification (
  id uuid primary key,
  owner uuid not null references participant,
  -- the outbox's own id: an event that is handled twice leaves one row
  source_id uuid not null,
  -- in the order of commits within the owner, for a stream that is taken up again; never told
  position bigint not null,
  person_id uuid,
  permission text not null,
  object_kind text not null,
  object_id uuid not null,
  urgent boolean not null,
  at timestamptz not null,
  unique (id, owner),
  unique (owner, source_id),
  unique (owner, position)
);
create index notification_newest on notification (owner, id desc);
create index notification_at on notification (at);
call wall_own('notification');
-- what is for one person is that person's; the hub's own jobs have none
create policy for_one_person on notification as restrictive for select to simpul_app
  using (person_id is null
         or person_id = (select nullif(current_setting('simpul.person', true), '')::uuid)
         or (select nullif(current_setting('simpul.person', true), '')) is null);
-- which institutions have news, and nothing else of it
create policy news on notification for select to simpul_dispatcher using (true);
grant select (owner, position, at) on notification to simpul_dispatcher;

create table notification_read_mark (
  owner uuid not null,
  notification_id uuid not null,
  person_id uuid not null,
  read_at timestamptz not null,
  primary key (owner, notification_id, person_id),
  foreign key (notification_id, owner) references notification (id, owner),
  foreign key (person_id, owner) references person (id, participant_id)
);
call wall_own('notification_read_mark');
create policy by_itself on notification_read_mark as restrictive for select to simpul_app
  using (person_id = (select nullif(current_setting('simpul.person', true), '')::uuid));

--changeset simpul:021-channels splitStatements:false
-- Where mail goes: an institution's addresses (no person), or those of one person.
create table mail_setting (
  id uuid primary key,
  owner uuid not null references participant,
  person_id uuid,
  routine text[] not null,
  urgent text[] not null,
  revision bigint not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  unique nulls not distinct (owner, person_id),
  foreign key (person_id, owner) references person (id, participant_id)
);
call wall_own('mail_setting');
grant update (routine, urgent, revision, changed_by, changed_at) on mail_setting to simpul_app;

create table webhook (
  id uuid primary key,
  owner uuid not null references participant,
  url text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  unique (id, owner)
);
call wall_own('webhook');
grant update (removed_at) on webhook to simpul_app;

-- What a secret is derived from, together with the hub's keyset: the secret itself is stored nowhere.
create table webhook_secret (
  id uuid primary key,
  owner uuid not null,
  webhook_id uuid not null,
  salt bytea not null check (octet_length(salt) = 32),
  created_at timestamptz not null,
  ends_at timestamptz,
  foreign key (webhook_id, owner) references webhook (id, owner)
);
create index webhook_secret_of on webhook_secret (owner, webhook_id);
call wall_own('webhook_secret');
grant update (ends_at) on webhook_secret to simpul_app;

--changeset simpul:021-outgoing splitStatements:false
-- One sending of one notification to one webhook, or to one address.
create table outgoing (
  id uuid primary key,
  owner uuid not null,
  notification_id uuid not null,
  webhook_id uuid,
  address text,
  -- the webhook, or for mail the institution: each has its turn
  target uuid not null,
  personal boolean not null,
  urgent boolean not null,
  state text not null check (state in ('WAITING','SENT','DEAD','WITHDRAWN')),
  attempts int not null default 0,
  next_at timestamptz not null,
  last_at timestamptz,
  last_result text,
  created_at timestamptz not null,
  check (num_nonnulls(webhook_id, address) = 1),
  unique nulls not distinct (owner, notification_id, webhook_id, address),
  foreign key (notification_id, owner) references notification (id, owner),
  foreign key (webhook_id, owner) references webhook (id, owner)
);
create index outgoing_due on outgoing (next_at) where state = 'WAITING';
create index outgoing_dead on outgoing (owner, id desc) where state = 'DEAD';
call wall_own('outgoing');
grant update (state, attempts, next_at, last_at, last_result) on outgoing to simpul_app;
-- the dispatcher takes what is due of all institutions, and reads nothing of it but where it belongs
create policy take on outgoing for select to simpul_dispatcher using (true);
create policy taken on outgoing for update to simpul_dispatcher using (true) with check (true);
grant select (id, owner, webhook_id, target, personal, urgent, state, attempts, next_at) on outgoing to simpul_dispatcher;
grant update (attempts, next_at) on outgoing to simpul_dispatcher;
