-- Groups stand below groups, and the members of a visibility group see each other's leads and those of the groups
-- below. The kind belongs to a whole tree. A parent is a group of the same account; changes of the tree pass one after
-- the other, which keeps that without a foreign key.
alter table user_groups add column parent_id {uuid};
alter table user_groups add column visible {bool} not null default false;
create index user_groups_by_parent on user_groups (tenant_id, parent_id) where parent_id is not null;

-- A membership repeats the kind of its group, so that the database itself keeps that nobody is in two visibility groups.
alter table group_members add column sight {bool} not null default false;
create unique index group_members_sight on group_members (tenant_id, user_id) where sight;
