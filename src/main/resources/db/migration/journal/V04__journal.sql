create table if not exists journal_head (
  objective_id uuid primary key,
  tenant varchar(64) not null,
  last_sequence bigint not null
);

create table if not exists journal_entry (
  objective_id uuid not null,
  sequence bigint not null,
  tenant varchar(64) not null,
  type varchar(32) not null,
  data json not null,
  created_at timestamp with time zone not null,
  primary key (objective_id, sequence)
);
