-- The list filters by metadata. An index on the whole value would refuse long ones.
alter table objective_metadata add column if not exists beginning varchar(64);
update objective_metadata set beginning = substring(text from 1 for 64) where beginning is null;
create index if not exists objective_by_metadata on objective_metadata (tenant, name, beginning);
