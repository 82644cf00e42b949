-- A plan that worked. One that no objective of the same form confirmed is only shown to planners.
create table if not exists exemplar (
  id uuid primary key,
  tenant varchar(64) not null,
  objective_id uuid not null,                   -- whose plan it was
  objective varchar(2000) not null,             -- its text
  slots varchar(4000) not null,                 -- its text with numbers, names and quotations as slots
  slots_key uuid not null,                      -- made of tenant and slots
  plan json not null,                           -- as a planner replies it
  confirmed boolean not null,                   -- whether another objective of the same form had the same plan
  proven bigint not null,                       -- the slots that other objectives filled in another way, as bits
  version integer not null,                     -- raised with each change
  created_at timestamp with time zone not null
);

create index if not exists exemplar_of_slots on exemplar (slots_key);
create index if not exists exemplar_of_objective on exemplar (objective_id);
create index if not exists exemplar_newest on exemplar (tenant, created_at, id);

-- The one exemplar that was chosen for an objective. Written before its first call.
create table if not exists exemplar_use (
  objective_id uuid primary key,
  exemplar_id uuid not null,
  tenant varchar(64) not null,
  arm varchar(8) not null,                      -- WITH or WITHOUT
  reused boolean not null,                      -- whether its plan was taken without a planner
  success boolean,                              -- what feedback says; null: nothing
  used_at timestamp with time zone not null,
  labelled_at timestamp with time zone
);

create index if not exists exemplar_use_of_exemplar on exemplar_use (exemplar_id);
