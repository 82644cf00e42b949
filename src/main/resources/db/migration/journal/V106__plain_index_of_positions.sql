-- The identity makes positions unique, and to check it once more costs H2 a look-up for each entry.
create index if not exists journal_in_order on journal_entry (position);
drop index if exists journal_by_position;
