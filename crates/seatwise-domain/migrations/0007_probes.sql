-- One row that is written again and again, to learn whether the database takes writes.
create table probes (
    id {bigint} not null primary key,
    written_at {bigint} not null
) {strict};
