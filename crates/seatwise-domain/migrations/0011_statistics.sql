-- Whom the statistics credit with a lead: who had it first, and who had it when it was won, lost or cancelled,
-- whoever owns it later. Days count from 1970-01-01, months from the year 0, so that sums need no calendar.
alter table records add column started_by {uuid};
alter table records add column started_day {bigint};
alter table records add column started_month {bigint};
alter table records add column closed_by {uuid};
alter table records add column closed_day {bigint};
alter table records add column closed_month {bigint};
update records
   set started_by = owner_id,
       started_day = {day}coalesce(opened_on, {date}created_at{/date}){/day},
       started_month = cast(substr(coalesce(opened_on, {date}created_at{/date}), 1, 4) as {bigint}) * 12
                     + cast(substr(coalesce(opened_on, {date}created_at{/date}), 6, 2) as {bigint}) - 1;
update records
   set closed_by = owner_id,
       closed_day = {day}coalesce(closed_on, {date}updated_at{/date}){/day},
       closed_month = cast(substr(coalesce(closed_on, {date}updated_at{/date}), 1, 4) as {bigint}) * 12
                    + cast(substr(coalesce(closed_on, {date}updated_at{/date}), 6, 2) as {bigint}) - 1
 where state <> 'open';
create index records_started on records (tenant_id, started_month, started_by, started_day);
create index records_closed on records (tenant_id, closed_month, closed_by, state, closed_day, value_minor, started_day) where closed_month is not null;
