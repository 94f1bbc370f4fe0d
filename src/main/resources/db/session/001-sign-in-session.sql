--liquibase formatted sql

--changeset simpul:session-001-sign-in-session
--comment: Owned by simpul_session, in the schema of its own: the hub's requests (simpul_app) can't read it.
create table sign_in_session (
  -- SHA-256 of the cookie's value: who reads this table can't make a cookie of it
  cookie_digest bytea primary key check (octet_length(cookie_digest) = 32),
  id_token text not null,
  refresh_token text,
  expires_at timestamptz not null
);
create index sign_in_session_expiry on sign_in_session (expires_at);
comment on table sign_in_session is 'Tokens of the people who are signed in on the console; encrypted by the hub.';
