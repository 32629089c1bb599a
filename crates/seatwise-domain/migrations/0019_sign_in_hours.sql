-- How often people signed in, by day and hour of the account's clock: read for the statistics instead of counted in the
-- audit log. Days are numbered from 1970-01-01.
create table sign_in_hours (
    tenant_id {uuid} not null references tenants (id),
    day {bigint} not null,
    hour {bigint} not null,
    number {bigint} not null,
    primary key (tenant_id, day, hour)
) {clustered};
