-- A numbered version of training data.
create table if not exists dataset (
  id uuid primary key,
  tenant varchar(64) not null,
  number integer not null,                      -- among the datasets of the tenant, from 1
  format varchar(16) not null,                  -- SFT or PREFERENCE
  roles json not null,
  state varchar(16) not null,
  reason varchar(500),                          -- why it could not be built
  manifest json,                                -- once it is built
  version integer not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone
);

create unique index if not exists dataset_number on dataset (tenant, number);
create index if not exists dataset_newest on dataset (tenant, created_at, id);

-- Its rows, as lines of JSON.
create table if not exists dataset_row (
  dataset_id uuid not null,
  position integer not null,
  objective_id uuid not null,                   -- where it comes from
  family uuid not null,                         -- the family of that objective
  role varchar(16) not null,
  split varchar(16) not null,                   -- TRAIN or HELD_OUT
  openai_line varchar(1000000) not null,
  trl_line varchar(1000000),                    -- null if it is the same
  primary key (dataset_id, position)
);

create index if not exists dataset_row_of_objective on dataset_row (objective_id);
