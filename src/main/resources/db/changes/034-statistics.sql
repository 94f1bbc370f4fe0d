--liquibase formatted sql

--changeset simpul:034-statistics splitStatements:false
-- What is shown of a quarter, to everybody alike: written once by the job that counts, changed by nobody.
create table statistic_snapshot (
  id uuid primary key,
  owner uuid not null references participant,
  statistic text not null check (statistic ~ '^[a-z-]+$'),
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  counts jsonb not null,
  taken_at timestamptz not null,
  unique (owner, statistic, quarter)
);
alter table statistic_snapshot enable row level security;
alter table statistic_snapshot force row level security;
create policy published on statistic_snapshot for select to simpul_app
  using ((select nullif(current_setting('simpul.participant', true), '')) is not null);
grant select on statistic_snapshot to simpul_app;
create policy take on statistic_snapshot for insert to simpul_job_statistics
  with check (owner = (select nullif(current_setting('simpul.participant', true), '')::uuid)
    and (select true from participant f where f.id = statistic_snapshot.owner and f.kind = 'FIU'));
grant insert on statistic_snapshot to simpul_job_statistics;

-- The job's role reads when, whose and of what kind: no name, no value, no text, nothing of a protected subject.
grant usage on schema public to simpul_job_statistics;
create policy counted on participant for select to simpul_job_statistics using (true);
grant select (id, kind, sector) on participant to simpul_job_statistics;
create policy counted on intake for select to simpul_job_statistics using (true);
grant select (id, owner, referral_owner, version_id, urgency, received_at, acknowledged_at)
  on intake to simpul_job_statistics;
create policy counted on referral_version for select to simpul_job_statistics using (sealed_at is not null);
grant select (id, predicate_offence, sealed_at) on referral_version to simpul_job_statistics;
create policy counted on dissemination_version for select to simpul_job_statistics using (sealed_at is not null);
grant select (id, owner, number, product, sealed_at) on dissemination_version to simpul_job_statistics;
create policy counted on dissemination_origin for select to simpul_job_statistics using (true);
grant select (version_id, intake_id) on dissemination_origin to simpul_job_statistics;
create policy counted on dissemination_response for select to simpul_job_statistics using (kind = 'OUTCOME');
grant select (id, owner, object_id, object_owner, kind, outcome, corrects, at)
  on dissemination_response to simpul_job_statistics;
create policy counted on rfi_version for select to simpul_job_statistics using (true);
grant select (id, owner, recipient, sealed_at) on rfi_version to simpul_job_statistics;
create policy counted on rfi_answer for select to simpul_job_statistics
  using (sealed_at is not null and outcome in ('ANSWERED','PARTIAL'));
grant select (thread_id, outcome, sealed_at) on rfi_answer to simpul_job_statistics;
create index intake_received on intake (owner, received_at);
