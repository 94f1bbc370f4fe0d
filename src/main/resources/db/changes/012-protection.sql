--liquibase formatted sql

--changeset simpul:012-search splitStatements:false
-- A search begins with the versions that reach the caller. An index that led from the value would count in time what is
-- hidden: it is looked at before the wall.
drop index dissemination_identifier_value;
drop index dissemination_transaction_from;
drop index dissemination_transaction_to;
create index dissemination_identifier_search on dissemination_identifier (version_id, value, type, scope);
create index dissemination_transaction_from_search on dissemination_transaction (version_id, from_value, from_type, from_scope);
create index dissemination_transaction_to_search on dissemination_transaction (version_id, to_value, to_type, to_scope);
