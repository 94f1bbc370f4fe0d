--liquibase formatted sql

--changeset simpul:016-referral-states splitStatements:false
-- Where a referral stands, when its institution touched it last, and what a submitter asked of it.
alter table referral
  add column touched_at timestamptz not null default now(),
  add column warned_at timestamptz,
  add column withdrawal_asked_at timestamptz,
  add column concerns_staff boolean not null default false,
  add column restricted boolean not null default false,
  drop constraint referral_status_check,
  add constraint referral_status_check
    check (status in ('DRAFT','PENDING_APPROVAL','SUBMITTED','WITHDRAWAL_ASKED','EXPIRED')),
  add constraint referral_at_rest check (case status
    when 'SUBMITTED' then withdrawal_asked_at is null
    when 'WITHDRAWAL_ASKED' then withdrawal_asked_at is not null
    when 'EXPIRED' then submitted_number is null
    else true end),
  -- a withdrawal is asked of what was submitted
  add constraint referral_withdrawal check (withdrawal_asked_at is null or submitted_number is not null),
  add constraint referral_on_staff check (restricted or not concerns_staff);
grant update (touched_at, warned_at, withdrawal_asked_at, concerns_staff, restricted) on referral to simpul_app;
-- the clock's role finds the drafts that lie; each is then warned of, or expires, in its owner's name
create index referral_untouched on referral (touched_at) where status = 'DRAFT';
create policy untouched on referral for select to simpul_clock using (status = 'DRAFT');
grant select (id, owner, status, touched_at, warned_at) on referral to simpul_clock;
-- of a suspended institution nobody can act in its name: the clock itself takes the warning back
create policy unwarned on referral for update to simpul_clock using (status = 'DRAFT') with check (status = 'DRAFT');
grant update (warned_at) on referral to simpul_clock;
-- an open version that expires goes with all of its parts; the trigger refuses a sealed one
grant delete on referral_version, import_run, import_error to simpul_app;

--changeset simpul:016-team splitStatements:false
-- RESTRICTED: between the people of one institution. A narrow row for each member of a team is what the wall asks; it
-- goes with the membership, and is read by the member alone. Membership itself follows the referral, so the wall can't
-- ask it: a policy must not lead back to its own table.
create table team_grant (
  owner uuid not null,
  object_id uuid not null,
  person_id uuid not null,
  primary key (owner, object_id, person_id),
  foreign key (owner, object_id, person_id) references referral_member (owner, referral_id, person_id) on delete cascade
);
alter table team_grant enable row level security;
alter table team_grant force row level security;
create policy mine on team_grant for select to simpul_app
  using (person_id = (select nullif(current_setting('simpul.person', true), '')::uuid));
create policy add on team_grant for insert to simpul_app
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid));
grant select, insert on team_grant to simpul_app;

create function member_to_grant() returns trigger language plpgsql as $$
begin
  insert into team_grant (owner, object_id, person_id) values (new.owner, new.referral_id, new.person_id);
  return null;
end $$;
create trigger member_to_grant after insert on referral_member for each row execute function member_to_grant();

create policy migrated on referral_member for select to simpul_owner using (true);
create policy migrated on team_grant to simpul_owner using (true) with check (true);
insert into team_grant (owner, object_id, person_id) select owner, referral_id, person_id from referral_member;
do $$ begin
  if (select count(*) from team_grant) <> (select count(*) from referral_member) then
    raise exception 'a member has no grant';
  end if;
end $$;
drop policy migrated on referral_member;
drop policy migrated on team_grant;

-- The team, the compliance desk, and the jobs of the hub, which act under no person. simpul.desk is told with the
-- caller; it opens nothing outside of the caller's own institution.
create policy within_the_team on referral as restrictive to simpul_app
  using (not restricted
    or (select nullif(current_setting('simpul.person', true), '')) is null
    or (select current_setting('simpul.desk', true)) = 'compliance'
    or (select true from team_grant g where g.owner = referral.owner and g.object_id = referral.id
          and g.person_id = (select nullif(current_setting('simpul.person', true), '')::uuid)));

-- Everything else of the institution follows its referral; what others hold by a disclosure does not.
create policy with_its_referral on referral_version as restrictive to simpul_app
  using (owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from referral r where r.id = referral_version.referral_id));
create policy with_its_referral on referral_member as restrictive to simpul_app
  using ((select true from referral r where r.id = referral_member.referral_id));
create policy with_its_referral on import_run as restrictive to simpul_app
  using ((select true from referral r where r.id = import_run.referral_id));
create policy with_its_run on import_row as restrictive to simpul_app
  using ((select true from import_run i where i.id = import_row.run_id));
create policy with_its_run on import_error as restrictive to simpul_app
  using ((select true from import_run i where i.id = import_error.run_id));
create policy with_its_referral on notice as restrictive to simpul_app
  using (object_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from referral r where r.id = notice.object_id));
create policy with_its_referral on disclosure as restrictive for select to simpul_app
  using (object_kind <> 'REFERRAL_VERSION'
    or from_participant is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from referral_version v where v.id = disclosure.object_id));

-- Whoever does not see a version writes no part of it either, also not blindly.
create or replace function refuse_sealed_part() returns trigger language plpgsql as $$
declare
  closed bigint;
begin
  execute format('select (select count(distinct t.version_id) from touched t)
                    - (select count(*) from (select v.sealed_at from %s v
                         where v.id in (select distinct t.version_id from touched t) for share of v) s
                       where s.sealed_at is null)', tg_argv[0]) into closed;
  if closed > 0 then
    raise exception 'a sealed version does not change' using errcode = '42501';
  end if;
  return null;
end $$;

--changeset simpul:016-message splitStatements:false
-- The message board of a submitted referral: each side writes rows of its own, to the other side alone. An asking for
-- withdrawal is such a message.
create table referral_message (
  id uuid primary key,
  owner uuid not null references participant,
  recipient uuid not null references participant,
  object_id uuid not null,
  object_owner uuid not null references participant,
  kind text not null check (kind in ('MESSAGE','WITHDRAWAL_REQUEST')),
  text text not null,
  written_by uuid not null,
  at timestamptz not null,
  check (owner <> recipient and object_owner in (owner, recipient)),
  check (kind = 'MESSAGE' or owner = object_owner)
);
create index referral_message_object on referral_message (object_id, id desc);
call wall_rls('referral_message');
create policy see on referral_message for select to simpul_app
  using (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
      or recipient = (select nullif(current_setting('simpul.participant', true), '')::uuid));
create policy with_its_referral on referral_message as restrictive to simpul_app
  using (object_owner is distinct from (select nullif(current_setting('simpul.participant', true), '')::uuid)
    or (select true from referral r where r.id = referral_message.object_id));
-- between the FIU and the submitter alone, of what the one submitted to the other
create policy of_a_submission on referral_message as restrictive for insert to simpul_app
  with check ((select true from participant f
      where f.id = case when referral_message.owner = object_owner then recipient else referral_message.owner end
        and f.kind = 'FIU')
    and (select true from referral_version v where v.referral_id = referral_message.object_id
           and v.owner = referral_message.object_owner and v.sealed_at is not null limit 1));

--changeset simpul:016-intake splitStatements:false
-- What the submitter said last, and that it asked for a withdrawal; the FIU decides what follows.
alter table intake
  add column answered_at timestamptz,
  add column withdrawal_asked_at timestamptz,
  add column withdrawal_request_id uuid;
grant update (answered_at, withdrawal_asked_at, withdrawal_request_id) on intake to simpul_app;
