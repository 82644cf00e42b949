-- What an objective has to do with learning.
alter table objective add column learning_use boolean default true not null;
alter table objective add column learning_teach boolean default true not null;
