create table if not exists plan (
  objective_id uuid not null,
  revision integer not null,
  tenant varchar(64) not null,
  origin varchar(16) not null,
  document json not null,
  created_at timestamp with time zone not null,
  primary key (objective_id, revision)
);
