--liquibase formatted sql

--changeset simpul:018-import-formats splitStatements:false
-- What kind of file a run took, and what it counted beside the rows: neither holds anything of the file's content.
alter table import_run add column format text check (format in ('CSV','XLSX','ISO_20022','GOAML'));
alter table import_run add column summary text;
grant update (format, summary) on import_run to simpul_app;
-- where the fault stands in a file without rows and columns, e.g. /report/transaction[3]/t_to/to_account
alter table import_error add column element text;
