-- How many leads each person owns in each state, kept with every change: who sees the leads of a thousand people gets
-- their number by reading a line or two of each. Leads without an owner stand under the account's own id.
create table record_tallies (
    tenant_id {uuid} not null references tenants (id),
    owner_id {uuid} not null,
    state text not null check (state in ('open', 'won', 'lost', 'cancelled')),
    number {bigint} not null,
    primary key (tenant_id, owner_id, state)
) {clustered};
insert into record_tallies (tenant_id, owner_id, state, number)
select tenant_id, coalesce(owner_id, tenant_id), state, count(*)
  from records
 group by tenant_id, coalesce(owner_id, tenant_id), state;
