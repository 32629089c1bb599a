-- Names of people are looked for within a rank, by the index of the list (tenant_id, state_rank, name_key, id).
drop index users_by_name_key;

-- One key finds a name in its account and in all of them: the name first.
create table names_by_name (
    tenant_id {uuid} not null,
    name_key {key} not null,
    user_id {uuid} not null,
    kind text not null check (kind in ('email', 'login', 'alias')),
    shown text not null,
    primary key (name_key, tenant_id),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {clustered};
insert into names_by_name (tenant_id, name_key, user_id, kind, shown)
    select tenant_id, name_key, user_id, kind, shown from sign_in_names order by name_key, tenant_id;
drop table sign_in_names;
alter table names_by_name rename to sign_in_names;
create index sign_in_names_by_user on sign_in_names (tenant_id, user_id);
