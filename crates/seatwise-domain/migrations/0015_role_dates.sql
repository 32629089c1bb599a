-- A role or set counts from the first of its two dates on; without one at once. That it began is told once.
alter table user_roles add column starts_at {bigint};
alter table user_roles add column began {bool} not null default true;
