--liquibase formatted sql

--changeset simpul:029-alone-act splitStatements:false
-- Why something was done alone is read by those who see what was done: not beside a restricted referral or case.
create policy with_its_object on alone_act as restrictive for select to simpul_app
  using (case kind
    when 'SUBMISSION' then (select true from referral r where r.id = alone_act.object_id)
    when 'UNMASK' then true
    else (select true from dissemination_version v where v.id = alone_act.object_id) end);
