create table users (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    state text not null check (state in ('invited', 'pending', 'active', 'frozen', 'deactivated', 'anonymised')),
    level text not null check (level in ('owner', 'admin', 'user')),
    seat_kind text not null,
    name text not null,
    name_key {key} not null,
    email text,
    email_key {key},
    login text,
    login_key {key},
    phone text,
    gender text,
    job_title text,
    language text,
    time_zone text,
    theme text,
    started_on text,
    search_key {key} not null,
    state_rank {bigint} not null,
    password_hash text,
    password_at {bigint},
    picture_etag text,
    import_id {uuid},
    created_by {uuid},
    created_at {bigint} not null,
    updated_at {bigint} not null,
    mailed_at {bigint},
    link_expires_at {bigint},
    activated_at {bigint},
    deactivated_at {bigint},
    last_seen_at {bigint},
    primary key (tenant_id, id)
) {strict};
create index users_by_name on users (tenant_id, state_rank, name_key, id);
create index users_by_state on users (tenant_id, state, name_key, id);
create unique index users_one_owner on users (tenant_id) where level = 'owner';
create index users_by_name_key on users (tenant_id, name_key);
create index users_by_import on users (tenant_id, import_id) where import_id is not null;

-- Primary addresses, aliases and logins share one space per account (N34); the primary key is the rule.
create table sign_in_names (
    tenant_id {uuid} not null,
    name_key {key} not null,
    user_id {uuid} not null,
    kind text not null check (kind in ('email', 'login', 'alias')),
    shown text not null,
    primary key (tenant_id, name_key),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {clustered};
create index sign_in_names_by_user on sign_in_names (tenant_id, user_id);
create index sign_in_names_everywhere on sign_in_names (name_key);

create table user_pictures (
    tenant_id {uuid} not null,
    user_id {uuid} not null,
    etag text not null,
    bytes {bytes} not null,
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {strict};

create table sessions (
    tenant_id {uuid} not null,
    token_hash {bytes} not null,
    id {uuid} not null,
    user_id {uuid} not null,
    agent text not null,
    address text not null,
    created_at {bigint} not null,
    seen_at {bigint} not null,
    expires_at {bigint} not null,
    ended_at {bigint},
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {clustered};
create index sessions_by_user on sessions (tenant_id, user_id, ended_at);

create table api_tokens (
    tenant_id {uuid} not null,
    token_hash {bytes} not null,
    id {uuid} not null,
    user_id {uuid} not null,
    name text not null,
    may_write {bool} not null,
    created_at {bigint} not null,
    expires_at {bigint},
    used_at {bigint},
    revoked_at {bigint},
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {clustered};
create index api_tokens_by_user on api_tokens (tenant_id, user_id, id);

create table links (
    tenant_id {uuid} not null,
    token_hash {bytes} not null,
    id {uuid} not null,
    user_id {uuid} not null,
    purpose text not null check (purpose in ('activate', 'reset')),
    created_at {bigint} not null,
    expires_at {bigint} not null,
    used_at {bigint},
    revoked_at {bigint},
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {clustered};
create index links_by_user on links (tenant_id, user_id, purpose);

-- How many people are in each state, kept with each change of state: a list's total is read, not counted.
create table user_tallies (
    tenant_id {uuid} not null,
    state text not null,
    number {bigint} not null,
    primary key (tenant_id, state)
) {clustered};
create index users_by_creator on users (tenant_id, created_by) where state in ('invited', 'pending');
