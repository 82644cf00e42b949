-- No query looks objectives up by their metadata.
drop index if exists objective_by_metadata;
