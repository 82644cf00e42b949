-- Background work is picked from a table of its own, so that however much of it waits, picking objectives costs the
-- same. The columns are those of scheduled_tasks.
create table if not exists background_work (
  task_name varchar(100) not null,              -- the kind of work
  task_instance varchar(100) not null,
  tenant varchar(64) not null default 'default',
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority integer,
  primary key (task_instance, task_name)
);

create index if not exists background_work_due on background_work (priority desc, execution_time);

-- Work that goes on after the request that asked for it was answered.
create table if not exists operation (
  id uuid primary key,
  tenant varchar(64) not null,
  kind varchar(32) not null,
  state varchar(16) not null,
  input json,                                   -- what it works on; null once it has ended
  made json,                                    -- ids of what it made, as the API shows them
  model_calls integer not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost_usd numeric(20, 10) not null,
  error json,                                   -- type and detail of a problem
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone
);

create index if not exists operation_finished on operation (finished_at);

-- The ledger of model calls in the background: opened with a reservation before the call, closed with what it used.
create table if not exists model_call (
  work_id uuid not null,                        -- the operation, or the objective that has ended
  purpose varchar(16) not null,
  number integer not null,                      -- 1 for the first call for that purpose
  tenant varchar(64) not null,
  reserved_input_tokens bigint not null,
  reserved_output_tokens bigint not null,
  reserved_cost_usd numeric(20, 10) not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome varchar(16),
  model_calls integer not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost_usd numeric(20, 10) not null,
  primary key (work_id, purpose, number)
);

create index if not exists model_call_of_day on model_call (tenant, opened_at);
create index if not exists model_call_opened on model_call (opened_at);
