create table audit_events (
    tenant_id {uuid} not null,
    id {uuid} not null,
    at {bigint} not null,
    kind {key} not null,
    source text not null,
    actor_kind text not null,
    actor_id {uuid},
    actor_name text not null,
    subject_kind text,
    subject_id {uuid},
    subject_name text,
    changes {json} not null,
    detail {json} not null,
    reason text,
    request_id text,
    primary key (tenant_id, id)
) {strict};
create index audit_by_subject on audit_events (tenant_id, subject_id, id);
create index audit_by_actor on audit_events (tenant_id, actor_id, id);
create index audit_by_kind on audit_events (tenant_id, kind, id);

create table idempotency_keys (
    tenant_id {uuid} not null,
    principal {uuid} not null,
    idem_key {key} not null,
    body_hash {bytes} not null,
    answer {json},
    created_at {bigint} not null,
    primary key (tenant_id, principal, idem_key)
) {clustered};
create index idempotency_keys_by_age on idempotency_keys (created_at);

create table jobs (
    id {uuid} not null primary key,
    tenant_id {uuid},
    kind {key} not null,
    payload {json} not null,
    principal {json} not null,
    state text not null check (state in ('ready', 'running', 'done', 'dead')),
    dedup_key {key},
    run_at {bigint} not null,
    attempts {bigint} not null,
    lease_no {bigint} not null,
    lease_until {bigint},
    last_error text,
    created_at {bigint} not null,
    finished_at {bigint}
) {strict};
create index jobs_waiting on jobs (run_at, id) where state in ('ready', 'running');
create unique index jobs_dedup on jobs (dedup_key) where dedup_key is not null and state in ('ready', 'running');
create index jobs_by_tenant on jobs (tenant_id, id);

create table mails (
    tenant_id {uuid} not null,
    id {uuid} not null,
    kind {key} not null,
    user_id {uuid} not null,
    address text not null,
    to_name text not null,
    language text not null,
    data {json} not null,
    message_id text not null,
    state text not null check (state in ('waiting', 'sent', 'failed', 'cancelled')),
    attempts {bigint} not null,
    next_at {bigint} not null,
    last_error text,
    created_at {bigint} not null,
    sent_at {bigint},
    primary key (tenant_id, id),
    foreign key (tenant_id, user_id) references users (tenant_id, id)
) {strict};
create index mails_by_user on mails (tenant_id, user_id, id);
create index mails_waiting on mails (next_at, id) where state = 'waiting';
