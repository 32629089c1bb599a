create table stages (
    tenant_id {uuid} not null references tenants (id),
    stage_key {key} not null,
    label text not null,
    state text not null check (state in ('open', 'won', 'lost', 'cancelled')),
    position {bigint} not null,
    primary key (tenant_id, stage_key)
) {clustered};

create table lead_fields (
    tenant_id {uuid} not null references tenants (id),
    field_key {key} not null,
    label text not null,
    position {bigint} not null,
    primary key (tenant_id, field_key)
) {clustered};

create table records (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    title text not null,
    title_key {key} not null,
    owner_id {uuid},
    stage_key {key} not null,
    state text not null check (state in ('open', 'won', 'lost', 'cancelled')),
    value_minor {bigint},
    opened_on text,
    closed_on text,
    next_step text,
    next_step_on text,
    contact_name text,
    contact_email text,
    contact_key {key},
    external_id {key},
    fields {json} not null,
    notes {bigint} not null,
    created_by {uuid},
    created_at {bigint} not null,
    updated_at {bigint} not null,
    last_event_id {uuid} not null,
    import_id {uuid},
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references users (tenant_id, id),
    foreign key (tenant_id, stage_key) references stages (tenant_id, stage_key)
) {strict};
create index records_own on records (tenant_id, owner_id, id);
create index records_open on records (tenant_id, owner_id, id) where state = 'open';
create index records_unassigned on records (tenant_id, id) where owner_id is null;
create index records_stage on records (tenant_id, stage_key, id, value_minor);
create index records_value on records (tenant_id, coalesce(value_minor, 0), id);
create index records_next_step on records (tenant_id, coalesce(next_step_on, '9999-12-31'), id);
create index records_contact on records (tenant_id, contact_key) where contact_key is not null;
create unique index records_external on records (tenant_id, external_id) where external_id is not null;

-- One line for each change of a record; a hand-over writes one for each lead, all with the same event.
create table record_history (
    tenant_id {uuid} not null,
    record_id {uuid} not null,
    event_id {uuid} not null,
    owner_before {uuid},
    owner_after {uuid},
    changes {json},
    primary key (tenant_id, event_id, record_id),
    foreign key (tenant_id, record_id) references records (tenant_id, id)
) {clustered};
create index record_history_by_record on record_history (tenant_id, record_id, event_id);
create index record_history_by_former on record_history (tenant_id, owner_before) where owner_before is not null;

create table notes (
    tenant_id {uuid} not null,
    id {uuid} not null,
    record_id {uuid} not null,
    author_id {uuid},
    text text not null,
    created_at {bigint} not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, record_id) references records (tenant_id, id),
    foreign key (tenant_id, author_id) references users (tenant_id, id)
) {strict};
create index notes_by_record on notes (tenant_id, record_id, id);
create index notes_by_author on notes (tenant_id, author_id);

create table hand_overs (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    kind text not null check (kind in ('hand_over', 'undo')),
    from_id {uuid},
    to_id {uuid},
    plan {json} not null,
    state text not null check (state in ('running', 'done')),
    total {bigint} not null,
    moved {bigint} not null,
    kept {bigint} not null,
    done_to {uuid},
    until_id {uuid},
    undo_of {uuid},
    undone_by {uuid},
    undo_until {bigint} not null,
    created_by {uuid},
    created_at {bigint} not null,
    finished_at {bigint},
    primary key (tenant_id, id)
) {strict};
create index hand_overs_by_leaver on hand_overs (tenant_id, from_id, id);
create index hand_overs_by_receiver on hand_overs (tenant_id, to_id);
