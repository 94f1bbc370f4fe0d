-- What PostgreSQL tells of the hub's database, for another host (docs/audit.md). A superuser runs this file in that
-- database, once the server has loaded pgaudit (shared_preload_libraries) and writes jsonlog with log_timezone UTC; it
-- works on connections from then on. No statement, parameter or value is written down: tables, commands and entries are.
do $$
declare
  setting text;
begin
  foreach setting in array array[
      -- misc has what begins and commits: what is rolled back was never done
      'pgaudit.log = ''write, ddl, role, misc''',
      'pgaudit.log_relation = on',
      'pgaudit.log_catalog = off',
      'pgaudit.log_statement = off',
      'pgaudit.log_parameter = off',
      -- an error tells values of the row, whatever else is set; the hub tells its own
      'log_min_messages = log',
      'log_min_error_statement = panic'] loop
    execute format('alter database %I set %s', current_database(), setting);
  end loop;
end
$$;
