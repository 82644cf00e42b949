-- A wording of the instructions of a role passes the same gate as a model that was trained.
alter table fine_tuning alter column base_model drop not null;
alter table fine_tuning add column if not exists prompt_variant varchar(64); -- its name; then there is no model
