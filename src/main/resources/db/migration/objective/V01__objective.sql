create table if not exists objective (
  id uuid primary key,
  tenant varchar(64) not null,
  context_id uuid not null,
  created_at timestamp with time zone not null,
  text varchar(20000) not null,
  output_schema json,
  planning varchar(16) not null,
  max_cost_usd numeric(20, 10) not null,
  max_tokens bigint not null,
  max_model_calls integer not null,
  max_tasks integer not null,
  max_replans integer not null,
  max_duration bigint not null,
  deadline timestamp with time zone,
  parallelism integer not null,
  priority integer not null,
  tools varchar(10000),
  state varchar(16) not null,
  phase varchar(32) not null,
  stop_reason varchar(32),
  completeness varchar(16),
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  due_at timestamp with time zone,
  model_calls integer not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost_usd numeric(20, 10) not null,
  total integer not null,
  succeeded integer not null,
  running integer not null,
  failed integer not null,
  skipped integer not null,
  result json,
  error json,
  epoch bigint not null,
  orders bigint not null,
  orders_seen bigint not null,
  recording bigint not null
);

create index if not exists objective_newest on objective (tenant, created_at, id);
create index if not exists objective_of_context on objective (tenant, context_id, created_at);
create index if not exists objective_due on objective (state, due_at);

create table if not exists objective_metadata (
  objective_id uuid not null,
  tenant varchar(64) not null,
  name varchar(64) not null,
  text varchar(1000) not null,
  primary key (objective_id, name)
);

create index if not exists objective_by_metadata on objective_metadata (tenant, name, text);

create table if not exists objective_order (
  objective_id uuid not null,
  number bigint not null,
  tenant varchar(64) not null,
  kind varchar(32) not null,
  created_at timestamp with time zone not null,
  primary key (objective_id, number)
);
