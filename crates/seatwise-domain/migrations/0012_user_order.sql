-- The people of an import in the order of the list, so that a page of them is read without sorting all. States are
-- looked for within their rank by the index of that order: one index less to write for each person.
drop index users_by_import;
create index users_by_import on users (tenant_id, import_id, state_rank, name_key, id) where import_id is not null;
drop index users_by_state;
-- Who stands at a position is read from the index alone.
drop index users_by_position;
create index users_by_position on users (tenant_id, position_id, id) where position_id is not null;
