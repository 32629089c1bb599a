create table imports (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    kind text not null check (kind in ('users', 'leads')),
    file_name text not null,
    state text not null,
    shape {json} not null,
    mapping {json} not null,
    options {json} not null,
    totals {json} not null,
    rows_total {bigint} not null,
    rows_done {bigint} not null,
    event_id {uuid},
    created_by {uuid},
    created_at {bigint} not null,
    finished_at {bigint},
    mailed_at {bigint},
    undo_until {bigint},
    error text,
    primary key (tenant_id, id)
) {strict};

create table import_rows (
    tenant_id {uuid} not null,
    import_id {uuid} not null,
    row_no {bigint} not null,
    cells {json} not null,
    verdict text,
    reason text,
    detail {json},
    subject_id {uuid},
    before {json},
    primary key (tenant_id, import_id, row_no),
    foreign key (tenant_id, import_id) references imports (tenant_id, id)
) {clustered};
create index import_rows_by_verdict on import_rows (tenant_id, import_id, verdict, row_no);
