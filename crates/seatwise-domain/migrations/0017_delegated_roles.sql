-- Which roles and sets those may give who hold a role that gives roles, by their keys. Without a list: any that their
-- own rights cover; an empty list is none.
alter table roles add column givable {json};
