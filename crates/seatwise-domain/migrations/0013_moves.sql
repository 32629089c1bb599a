-- What a move of a person changed, piece by piece, so that it can be taken back as one act. The id is its line of the
-- audit log.
create table moves (
    tenant_id {uuid} not null references tenants (id),
    id {uuid} not null,
    user_id {uuid} not null,
    pieces {json} not null,
    hand_over_id {uuid},
    undone_by {uuid},
    undo_until {bigint} not null,
    created_by {uuid},
    created_at {bigint} not null,
    primary key (tenant_id, id)
) {strict};
create index moves_by_user on moves (tenant_id, user_id, id);
