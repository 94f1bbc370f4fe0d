--liquibase formatted sql

--changeset simpul:024-lead splitStatements:false
alter table disclosure drop constraint disclosure_object_kind_check;
alter table disclosure add constraint disclosure_object_kind_check
  check (object_kind in ('REFERRAL_VERSION','TYPOLOGY_VERSION','DISSEMINATION_VERSION','HOLD_VERSION','LEAD'));

-- What a hotline or a platform gives the FIU: where money went, out of what kind of source, on which day. No column takes
-- a person, an address of material or a text.
create table lead (
  id uuid primary key,
  owner uuid not null references participant,
  source text not null check (source in ('HOTLINE','PLATFORM','NGO','RESEARCH','TECHNOLOGY_PROVIDER')),
  observed_on date not null,
  child_at_risk boolean not null,
  submitted_by uuid not null,
  received_at timestamptz not null,
  sealed_at timestamptz,
  unique (id, owner)
);
create index lead_newest on lead (owner, id desc);
call wall_version('lead', 'LEAD', false);
grant update (sealed_at) on lead to simpul_app;
create policy given_by_a_partner on lead as restrictive for insert to simpul_app
  with check ((select true from participant p where p.id = lead.owner and p.kind = 'PARTNER'));

create table lead_identifier (
  id uuid primary key,
  owner uuid not null,
  version_id uuid not null,
  type text not null check (type in ('IBAN','BANK_ACCOUNT','E_WALLET','CRYPTO_ADDRESS','MERCHANT_ID')),
  scope text not null,
  value text not null,
  foreign key (version_id, owner) references lead (id, owner),
  unique (owner, version_id, value, type, scope)
);
create index lead_identifier_version on lead_identifier (version_id);
create index lead_identifier_value on lead_identifier (value, type, scope);
call wall_part('lead_identifier', 'lead');
-- write-only: whoever gave it does not read it again
create policy write_only on lead_identifier as restrictive for select to simpul_app
  using (owner <> (select nullif(current_setting('simpul.participant', true), '')::uuid));
