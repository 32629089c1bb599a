-- Since when a password that an admin chose waits to be changed at the next sign-in (decision 9).
alter table users add column password_change_asked_at {bigint};
