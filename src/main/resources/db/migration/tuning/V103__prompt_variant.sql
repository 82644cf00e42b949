-- A wording of the instructions of a role passes the same gate as a model that was trained.
alter table fine_tuning alter column base_model drop not null;
alter table fine_tuning add column if not exists prompt_variant varchar(64); -- its id; then there is no model
alter table fine_tuning add column if not exists prompt_digest varchar(64);  -- of its text, since files can change
