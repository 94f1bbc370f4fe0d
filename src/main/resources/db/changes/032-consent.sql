--liquibase formatted sql

--changeset simpul:032-consent splitStatements:false
-- That a recipient may pass on, or take out of the hub, what an authority gave it. The asking is the asker's row; what is
-- said to it is the originator's. Of what an institution submitted nobody can be asked, nor of requests, holds and leads.
create table consent (
  id uuid primary key,
  owner uuid not null references participant,
  object_kind text not null check (object_kind = 'DISSEMINATION_VERSION'),
  object_id uuid not null,
  object_owner uuid not null references participant,
  scope text not null check (scope in ('ONWARD','EXPORT')),
  recipients uuid[] not null,
  purpose text not null,
  reason text not null,
  until timestamptz not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  check (owner <> object_owner and until > asked_at),
  check ((scope = 'ONWARD') = (cardinality(recipients) > 0)),
  check (owner <> all (recipients) and object_owner <> all (recipients)),
  unique (id, owner)
);
create index consent_asked on consent (owner, id desc);
create index consent_received on consent (object_owner, id desc);
create index consent_object on consent (object_id);
call wall_contribution('consent');
create policy upkeep on consent for select to simpul_owner using (true);
create policy between_authorities on consent as restrictive for insert to simpul_app
  with check ((select true from participant o join participant a on a.id = consent.owner
      where o.id = consent.object_owner and o.kind in ('FIU','LAW_ENFORCEMENT','FOREIGN_FIU')
        and a.kind in ('FIU','LAW_ENFORCEMENT','FOREIGN_FIU'))
    and (select count(*) from participant p where p.id = any (consent.recipients)
      and p.kind in ('FIU','LAW_ENFORCEMENT','FOREIGN_FIU')) = cardinality(recipients));
-- what reached the institution as a whole: what reached one person by name goes no further
create policy of_what_was_received on consent as restrictive for insert to simpul_app
  with check ((select true from dissemination_version v where v.id = consent.object_id and v.owner = consent.object_owner)
    and (select true from reach x where x.object_id = consent.object_id and x.object_kind = consent.object_kind
      and x.audience = consent.owner and (x.expires_at is null or x.expires_at > now()) limit 1));
create policy with_its_version on consent as restrictive for select to simpul_app
  using (object_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from dissemination_version v where v.id = consent.object_id));

create table consent_decision (
  id uuid primary key,
  owner uuid not null references participant,
  recipient uuid not null references participant,
  consent_id uuid not null,
  outcome text not null check (outcome in ('GRANTED','DENIED','REVOKED')),
  recipients uuid[] not null,
  until timestamptz,
  conditions text,
  reason text,
  decided_by uuid not null,
  at timestamptz not null,
  foreign key (consent_id, recipient) references consent (id, owner),
  check (case outcome when 'GRANTED' then until is not null and reason is null
    else until is null and conditions is null and reason is not null and recipients = '{}' end)
);
create unique index consent_decided on consent_decision (owner, consent_id) where outcome <> 'REVOKED';
create unique index consent_revoked on consent_decision (owner, consent_id) where outcome = 'REVOKED';
create index consent_decision_consent on consent_decision (consent_id);
call wall_rls('consent_decision');
create policy upkeep on consent_decision for select to simpul_owner using (true);
create policy see on consent_decision for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      or recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid));
-- by the originator, of no more than was asked for
create policy by_its_originator on consent_decision as restrictive for insert to simpul_app
  with check ((select true from consent c where c.id = consent_decision.consent_id and c.owner = consent_decision.recipient
    and c.object_owner = consent_decision.owner
    and (consent_decision.outcome <> 'GRANTED' or consent_decision.recipients <@ c.recipients
      and consent_decision.until <= c.until
      and (c.scope = 'EXPORT') = (cardinality(consent_decision.recipients) = 0))));
create policy with_its_consent on consent_decision as restrictive for select to simpul_app
  using ((select true from consent c where c.id = consent_decision.consent_id));

--changeset simpul:032-onward splitStatements:false
-- A row of the ledger that hands on another's names the consent that it hangs on.
alter table disclosure add column consent_id uuid;
alter table disclosure add foreign key (consent_id, from_participant) references consent (id, owner);
alter table disclosure add constraint disclosure_under_consent
  check ((from_participant = object_owner) = (consent_id is null));
create index disclosure_consent on disclosure (consent_id) where consent_id is not null;

-- After the ledger's own trigger, under its lock: whoever revokes meanwhile is waited for, and is seen.
create function disclosure_under_consent() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from consent c
      join consent_decision g on g.consent_id = c.id and g.recipient = c.owner and g.owner = c.object_owner
        and g.outcome = 'GRANTED'
      where c.id = new.consent_id and c.owner = new.from_participant and c.scope = 'ONWARD'
        and c.object_kind = new.object_kind and c.object_id = new.object_id and c.object_owner = new.object_owner
        and c.purpose = new.purpose and new.to_participant = any (g.recipients)
        and g.until > now() and new.expires_at <= g.until
        and not exists (select 1 from consent_decision r where r.consent_id = c.id and r.outcome = 'REVOKED'))
    or not exists (select 1 from reach x where x.disclosure_id = new.parent_id and x.audience = new.from_participant
      and (x.expires_at is null or x.expires_at > now())) then
    raise exception 'the originator has not consented' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger under_consent after insert on disclosure for each row
  when (new.from_participant <> new.object_owner) execute function disclosure_under_consent();

-- SECURITY DEFINER: what hangs on a consent is its recipient's row, and ends with it in the originator's transaction.
create function consent_revoked() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  object uuid := (select c.object_id from public.consent c where c.id = new.consent_id);
begin
  perform pg_advisory_xact_lock(hashtextextended(object::text, 0));
  if not exists (select 1 from public.consent_decision g where g.consent_id = new.consent_id and g.outcome = 'GRANTED') then
    raise exception 'only what was granted is revoked' using errcode = '42501';
  end if;
  update public.disclosure set recalled_at = new.at, recalled_by = new.decided_by, recall_reason = 'CONSENT_REVOKED'
  where consent_id = new.consent_id and recalled_at is null;
  return null;
end $$;
revoke all on function consent_revoked() from public;
create trigger consent_revoked after insert on consent_decision for each row
  when (new.outcome = 'REVOKED') execute function consent_revoked();

-- SECURITY DEFINER: what an owner takes back from an institution, that institution has from nobody: what others handed on
-- to it is theirs, and ends in the owner's transaction; no consent that was given before names it any more. After the
-- ledger's own trigger, under its lock.
create policy narrowed on consent_decision for update to simpul_owner using (outcome = 'GRANTED');
create function taken_back_by_owner() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.disclosure
  set recalled_at = new.recalled_at, recalled_by = new.recalled_by, recall_reason = new.recall_reason
  where object_id = new.object_id and object_kind = new.object_kind and to_participant = new.to_participant
    and consent_id is not null and recalled_at is null;
  update public.consent_decision g set recipients = array_remove(g.recipients, new.to_participant)
  from public.consent c
  where c.object_id = new.object_id and c.object_kind = new.object_kind and g.consent_id = c.id and g.recipient = c.owner
    and g.outcome = 'GRANTED' and new.to_participant = any (g.recipients);
  return null;
end $$;
revoke all on function taken_back_by_owner() from public;
create trigger taken_back_by_owner after update on disclosure for each row
  when (old.recalled_at is null and new.recalled_at is not null
    and new.consent_id is null and new.to_participant is not null)
  execute function taken_back_by_owner();

-- the originator sees where its own went; of a restricted case, its team
create policy see_of_its_owner on disclosure for select to simpul_app
  using (object_kind = 'DISSEMINATION_VERSION' and consent_id is not null
    and object_owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    and (select true from dissemination_version v where v.id = disclosure.object_id));
create index disclosure_of_owner on disclosure (object_owner, object_id) where consent_id is not null;

create table onward_disclosure (
  id uuid primary key,
  owner uuid not null references participant,
  consent_id uuid not null,
  recipients uuid[] not null check (cardinality(recipients) > 0),
  legal_basis text not null,
  tlp text not null,
  pap text not null,
  caveats text,
  until timestamptz not null,
  status text not null check (status in ('PENDING_APPROVAL','DISCLOSED','DECLINED')),
  digest text not null,
  reason text,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  foreign key (consent_id, owner) references consent (id, owner),
  check ((status = 'PENDING_APPROVAL') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((status = 'DECLINED') = (reason is not null)),
  -- a second person
  constraint onward_approved check (decided_by <> drafted_by)
);
create index onward_disclosure_newest on onward_disclosure (owner, id desc);
call wall_own('onward_disclosure');
grant update (status, reason, decided_by, decided_at) on onward_disclosure to simpul_app;

--changeset simpul:032-export splitStatements:false
-- Whether those whom it is given to may take it out: one of the terms that two persons approve. What was approved before
-- said nothing of it, and could be.
alter table dissemination_version add column export_allowed boolean not null default false;
alter table dissemination_version disable trigger sealed_version;
create policy migrated on dissemination_version to simpul_owner using (true) with check (true);
update dissemination_version set export_allowed = true where sealed_at is not null;
drop policy migrated on dissemination_version;
alter table dissemination_version enable trigger sealed_version;
grant update (export_allowed) on dissemination_version to simpul_app;

-- Which copies are outside: whoever took one writes it down, and its owner reads it.
create table dissemination_export (
  id uuid primary key,
  owner uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null,
  person_id uuid not null,
  digest text not null,
  at timestamptz not null
);
create index dissemination_export_object on dissemination_export (object_id, id desc);
call wall_contribution('dissemination_export');
create policy of_what_is_seen on dissemination_export as restrictive for insert to simpul_app
  with check ((select true from dissemination_version v
    where v.id = dissemination_export.object_id and v.owner = dissemination_export.object_owner and v.sealed_at is not null));
create policy with_its_version on dissemination_export as restrictive for select to simpul_app
  using (object_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from dissemination_version v where v.id = dissemination_export.object_id));

--changeset simpul:032-notice splitStatements:false
-- Whoever came by it from somebody else is told as well, under its own giver's name: that it is recalled, or superseded;
-- and the giver of a superseded one, that there is a newer one to hand on.
alter table dissemination_delivery add column given_by uuid references participant;
grant update (given_by) on dissemination_delivery to simpul_app;
alter table recall_notice
  alter column recall_id drop not null,
  add column kind text not null default 'RECALLED' check (kind in ('RECALLED','SUPERSEDED','HAND_ON_AGAIN')),
  add column giver uuid references participant,
  add column disclosure_id uuid,
  drop constraint recall_notice_owner_version_id_recipient_person_id_key,
  add check ((recall_id is null) = (giver is not null)),
  add unique nulls not distinct (owner, version_id, recipient, person_id, kind, disclosure_id);
alter table dissemination_response add column notice_id uuid;
create policy migrated on dissemination_response to simpul_owner using (true) with check (true);
create policy migrated on recall_notice for select to simpul_owner using (true);
update dissemination_response r set notice_id = n.id from recall_notice n
where r.kind = 'DELETION_CONFIRMED' and n.version_id = r.object_id and n.owner = r.object_owner and n.recipient = r.owner
  and n.person_id is not distinct from r.person_id;
drop policy migrated on dissemination_response;
drop policy migrated on recall_notice;
alter table dissemination_response drop constraint dissemination_response_kind_check;
alter table dissemination_response add constraint dissemination_response_kind_check
  check (kind in ('ACKNOWLEDGEMENT','INVESTIGATION','OUTCOME','CLOSURE','RECALL_READ','DELETION_CONFIRMED','KEPT_BY_LAW'));
alter table dissemination_response add check (kind <> 'KEPT_BY_LAW' or note is not null);
drop index dissemination_response_once;
create unique index dissemination_response_once on dissemination_response (owner, object_id, person_id, kind, notice_id)
  nulls not distinct where kind <> 'OUTCOME';
drop policy names_dissemination on dissemination_response;
create policy names_dissemination on dissemination_response as restrictive for insert to simpul_app
  with check (case when kind in ('RECALL_READ','DELETION_CONFIRMED','KEPT_BY_LAW') then
      (select true from recall_notice n where n.id = dissemination_response.notice_id
         and n.version_id = dissemination_response.object_id and n.kind = 'RECALLED'
         and n.owner = dissemination_response.object_owner and n.recipient = dissemination_response.owner
         and n.person_id is not distinct from dissemination_response.person_id)
    else (select true from dissemination_version v
         where v.id = dissemination_response.object_id and v.owner = dissemination_response.object_owner
           and v.sealed_at is not null) end);
