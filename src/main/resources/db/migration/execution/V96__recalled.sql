-- The memories that an attempt was given or has found, by id; and whether attempt and task have seen text that nobody vouches for.
alter table attempt add column memories varchar(2000);
alter table attempt add column tainted boolean default false not null;
alter table task_run add column tainted boolean default false not null;
