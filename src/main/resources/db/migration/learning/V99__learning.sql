-- What people say of an objective or of one of its tasks.
create table if not exists feedback (
  id uuid primary key,
  tenant varchar(64) not null,
  objective_id uuid not null,
  task_id varchar(32),                          -- null: the objective as a whole
  target varchar(80) not null,                  -- objective and task: there is one feedback on each
  rating double precision,
  labels json,
  comment_text varchar(4000),
  correction varchar(4000),
  expected_output varchar(20000),
  verdict varchar(16),                          -- SUCCESS or FAILURE; null: it says neither
  attribution json,
  judged boolean,                               -- what a judge said of the output; null: nothing
  family_id uuid,                               -- of the objective; null until it is found in the background
  reflection varchar(16) not null,              -- WAITING, DONE or REFUSED
  reflection_note varchar(1000),
  proposed integer not null,                    -- lessons that the reflection proposed
  version integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create unique index if not exists feedback_of_target on feedback (target);
create index if not exists feedback_of_objective on feedback (objective_id);
create index if not exists feedback_of_family on feedback (family_id, created_at);
create index if not exists feedback_of_tenant on feedback (tenant, changed_at);

-- What came of a stored task that was made again, with a lesson and without it.
create table if not exists lesson_replay (
  lesson_id uuid not null,
  wording integer not null,
  feedback_id uuid not null,                    -- the feedback that tells what is right
  arm varchar(8) not null,
  tenant varchar(64) not null,
  outcome varchar(8) not null,                  -- RIGHT, WRONG or FAILED
  made_at timestamp with time zone not null,
  primary key (lesson_id, wording, feedback_id, arm)
);

create index if not exists lesson_replay_of_feedback on lesson_replay (feedback_id);
