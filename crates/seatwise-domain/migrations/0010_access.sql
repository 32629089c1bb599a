-- Who may do what: roles, positions, groups, sharing, and the switches of the account around them.
alter table tenants add column teams_on {bool} not null default true;
alter table tenants add column superiors_see {bool} not null default true;
alter table tenants add column default_role_key {key} not null default 'sales';

alter table users add column service {bool} not null default false;
alter table users add column position_id {uuid};
create index users_by_position on users (tenant_id, position_id) where position_id is not null;

-- A role says what its people may do and how far; a set only adds. Without grants it is one of the program's own.
create table roles (
    tenant_id {uuid} not null references tenants (id),
    role_key {key} not null,
    kind text not null check (kind in ('role', 'set')),
    name text not null,
    name_key {key} not null,
    description text not null,
    grants {json},
    fields {json},
    created_by {uuid},
    created_at {bigint} not null,
    updated_at {bigint} not null,
    primary key (tenant_id, role_key)
) {clustered};
create unique index roles_by_name on roles (tenant_id, name_key);
insert into roles (tenant_id, role_key, kind, name, name_key, description, created_at, updated_at)
    select id, 'sales', 'role', '', 'sales', '', created_at, created_at from tenants;
insert into roles (tenant_id, role_key, kind, name, name_key, description, created_at, updated_at)
    select id, 'team-user', 'role', '', 'team-user', '', created_at, created_at from tenants;

-- Somebody without a line has the account's default role.
create table user_roles (
    tenant_id {uuid} not null,
    user_id {uuid} not null,
    role_key {key} not null,
    expires_at {bigint},
    granted_by {uuid},
    granted_at {bigint} not null,
    primary key (tenant_id, user_id, role_key),
    foreign key (tenant_id, user_id) references users (tenant_id, id),
    foreign key (tenant_id, role_key) references roles (tenant_id, role_key)
) {clustered};
create index user_roles_by_role on user_roles (tenant_id, role_key, user_id);

create table positions (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    parent_id {uuid},
    name text not null,
    name_key {key} not null,
    created_at {bigint} not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, parent_id) references positions (tenant_id, id)
) {strict};
create index positions_by_parent on positions (tenant_id, parent_id);
create unique index positions_by_name on positions (tenant_id, name_key);

create table user_groups (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    name text not null,
    name_key {key} not null,
    created_at {bigint} not null,
    primary key (tenant_id, id)
) {strict};
create unique index user_groups_by_name on user_groups (tenant_id, name_key);

create table group_members (
    tenant_id {uuid} not null,
    group_id {uuid} not null,
    user_id {uuid} not null,
    joined_at {bigint} not null,
    primary key (tenant_id, group_id, user_id),
    foreign key (tenant_id, group_id) references user_groups (tenant_id, id),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {clustered};
create index group_members_by_user on group_members (tenant_id, user_id);

-- One record for one grantee: a person, a team, a group or a position.
create table record_shares (
    tenant_id {uuid} not null,
    grantee_id {uuid} not null,
    record_id {uuid} not null,
    grantee_kind text not null check (grantee_kind in ('user', 'team', 'group', 'position')),
    may_edit {bool} not null,
    shared_by {uuid},
    created_at {bigint} not null,
    primary key (tenant_id, grantee_id, record_id),
    foreign key (tenant_id, record_id) references records (tenant_id, id)
) {clustered};
create index record_shares_by_record on record_shares (tenant_id, record_id);

-- What the people of one side own, the people of the other side may see (and edit); rules only widen.
create table sharing_rules (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    from_kind text not null check (from_kind in ('user', 'team', 'group', 'position')),
    from_id {uuid} not null,
    to_kind text not null check (to_kind in ('user', 'team', 'group', 'position')),
    to_id {uuid} not null,
    may_edit {bool} not null,
    created_by {uuid},
    created_at {bigint} not null,
    primary key (tenant_id, id)
) {strict};
create unique index sharing_rules_once on sharing_rules (tenant_id, to_id, from_id);
create index sharing_rules_by_source on sharing_rules (tenant_id, from_id);

-- The owner offers the account to somebody, who takes it or not; one offer at a time.
create table ownership_offers (
    tenant_id {uuid} not null references tenants (id),
    to_id {uuid} not null,
    offered_by {uuid} not null,
    reason text,
    created_at {bigint} not null,
    expires_at {bigint} not null,
    primary key (tenant_id)
) {strict};
