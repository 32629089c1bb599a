create table tenants (
    id {uuid} not null primary key,
    slug {key} not null unique,
    name text not null,
    language text not null,
    time_zone text not null,
    currency text not null,
    plan_key text not null,
    seat_mode text not null,
    lead_visibility text not null,
    hide_inactive {bool} not null,
    settings {json} not null,
    created_at {bigint} not null
) {strict};
