-- Names are looked for within a rank, by the index of the list of people (tenant_id, state_rank, name_key, id).
drop index users_by_name_key;
