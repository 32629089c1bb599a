-- What an act did to the seats of an account: how many it added or took away, and how many it gave or freed. With the
-- seats of today this tells how many there were at any moment before. Lines are added and never changed, so that nobody
-- waits for anybody.
create table seat_changes (
    tenant_id {uuid} not null references tenants (id),
    at {bigint} not null,
    id {uuid} not null,
    kind text not null check (kind in ('regular', 'team')),
    bought {bigint} not null,
    used {bigint} not null,
    primary key (tenant_id, at, id)
) {clustered};
