create table seats (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    kind text not null check (kind in ('regular', 'team')),
    user_id {uuid},
    bought_at {bigint} not null,
    taken_at {bigint},
    released_at {bigint},
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {strict};
create unique index seats_one_per_user on seats (tenant_id, user_id) where user_id is not null;
create index seats_free on seats (tenant_id, kind, id) where user_id is null;

create table teams (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    name text not null,
    name_key {key} not null,
    created_at {bigint} not null,
    primary key (tenant_id, id)
) {strict};
create unique index teams_by_name on teams (tenant_id, name_key);

create table team_members (
    tenant_id {uuid} not null,
    team_id {uuid} not null,
    user_id {uuid} not null,
    manager {bool} not null,
    joined_at {bigint} not null,
    primary key (tenant_id, team_id, user_id),
    foreign key (tenant_id, team_id) references teams (tenant_id, id),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {clustered};
create index team_members_by_user on team_members (tenant_id, user_id);
