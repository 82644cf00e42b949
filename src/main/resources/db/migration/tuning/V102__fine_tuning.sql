-- A model that a provider trains, and what becomes of it.
create table if not exists fine_tuning (
  id uuid primary key,
  tenant varchar(64) not null,
  dataset_id uuid not null,
  base_model varchar(200) not null,
  role varchar(16) not null,
  state varchar(16) not null,
  reason varchar(1000),                         -- why it is in its state
  file_id varchar(200),                         -- the provider's, once the rows are uploaded
  creating boolean not null,                    -- whether the provider may have been asked for the job
  job_id varchar(200),                          -- the provider's
  model varchar(200),                           -- what was trained
  cancel_wanted boolean not null,
  tries integer not null,                       -- failed requests to the provider in a row
  promotion varchar(16) not null,
  gate json,                                    -- what the gate has shown
  share double precision not null,              -- of objectives that the model serves
  stage_since timestamp with time zone,         -- since when it has that share
  version integer not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone
);

create index if not exists fine_tuning_newest on fine_tuning (tenant, created_at, id);
create index if not exists fine_tuning_routed on fine_tuning (share);

-- One held-out row that both models were asked.
create table if not exists tuning_trial (
  tuning_id uuid not null,
  position integer not null,
  tuned boolean not null,                       -- which of the two was asked
  family uuid not null,
  correct boolean not null,
  tokens integer not null,                      -- estimated, prompt and reply
  millis bigint not null,                       -- how long the call took
  primary key (tuning_id, position, tuned)
);
