-- What is kept to be recalled. Rows are the truth; every replica has an index of its own that is made of them.
create table if not exists memory (
  id uuid primary key,
  tenant varchar(64) not null,
  context_id uuid,                              -- null: of no context, visible in all of the tenant's
  kind varchar(16) not null,
  trust varchar(16) not null,
  text varchar(20000) not null,
  subject varchar(200),
  attribute varchar(200),
  stated_value varchar(2000),
  importance double precision not null,
  metadata json,
  objective_id uuid,                            -- the objective that gave rise to it; null: given over the API
  digest varchar(64),                           -- of scope and text; null once it is superseded
  fact_key varchar(64),                         -- of scope, subject and attribute; null once it is superseded
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  superseded_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  recalled_at timestamp with time zone,         -- when a prompt last held it
  changed_at timestamp with time zone not null  -- what every index reads to catch up
);

create unique index if not exists memory_of_text on memory (digest);
create unique index if not exists memory_of_fact on memory (fact_key);
create index if not exists memory_newest on memory (tenant, created_at, id);
create index if not exists memory_of_objective on memory (objective_id);
create index if not exists memory_of_context on memory (tenant, context_id, created_at);
create index if not exists memory_changed on memory (changed_at);
create index if not exists memory_superseded on memory (superseded_by);

-- The embeddings of texts: rebuilding an index embeds nothing.
create table if not exists memory_vector (
  memory_id uuid not null,                      -- a memory, or the objective that is a turn
  model varchar(128) not null,
  tenant varchar(64) not null,
  dimensions integer not null,
  components bytea not null,                    -- 32-bit floats, big-endian
  primary key (memory_id, model)
);

-- What was erased, so that no index keeps it and no late writer brings it back.
create table if not exists memory_tombstone (
  id uuid primary key,                          -- a memory, or the objective that was a turn
  tenant varchar(64) not null,
  digest varchar(64),
  changed_at timestamp with time zone not null
);

create index if not exists memory_tombstone_changed on memory_tombstone (changed_at);
create index if not exists memory_tombstone_of_text on memory_tombstone (digest);

-- Which objectives a memory came from; of one that was given over the API there are none.
create table if not exists memory_source (
  memory_id uuid not null,
  objective_id uuid not null,
  tenant varchar(64) not null,
  primary key (memory_id, objective_id)
);

create index if not exists memory_source_objective on memory_source (objective_id);
