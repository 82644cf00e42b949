-- Objectives that are alike: the first one's text with numbers, names and quotations as slots.
create table if not exists lesson_family (
  id uuid primary key,
  tenant varchar(64) not null,
  slots varchar(4000) not null,
  slots_key uuid not null,                      -- made of tenant and slots
  objective_id uuid not null,                   -- whose text it is
  created_at timestamp with time zone not null
);

create unique index if not exists lesson_family_of_slots on lesson_family (slots_key);
create index if not exists lesson_family_of_objective on lesson_family (objective_id);
create index if not exists lesson_family_newest on lesson_family (tenant, created_at);

-- A short rule that was learned from feedback. Its words stand in prompts of its family.
create table if not exists lesson (
  id uuid primary key,
  tenant varchar(64) not null,
  family_id uuid not null,
  title varchar(200) not null,
  applies_when varchar(500) not null,
  applies_not varchar(500) not null,
  content varchar(1000) not null,
  state varchar(16) not null,
  pinned boolean not null,
  reason varchar(500),                          -- why it is in its state
  replaces uuid,                                -- the lesson that it retires once it is active
  version integer not null,                     -- raised with each change; the ETag
  wording integer not null,                     -- raised when its words change; its effect counts from there
  wins integer not null,                        -- replays that only it made right
  losses integer not null,                      -- replays that it made wrong
  replays integer not null,                     -- pairs of replays
  right_with integer not null,                  -- replays that were right with it
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);

create index if not exists lesson_newest on lesson (tenant, created_at, id);
create index if not exists lesson_of_family on lesson (family_id);

-- The feedback that taught a lesson.
create table if not exists lesson_source (
  lesson_id uuid not null,
  feedback_id uuid not null,
  objective_id uuid not null,                   -- what the feedback is on
  tenant varchar(64) not null,
  gave_words boolean not null,                  -- false: its feedback said the same again
  primary key (lesson_id, feedback_id)
);

create index if not exists lesson_source_objective on lesson_source (objective_id);
create index if not exists lesson_source_feedback on lesson_source (feedback_id);

-- The one lesson that was chosen for an objective, and whether its prompts hold it. Written before the first call.
create table if not exists lesson_use (
  objective_id uuid primary key,
  lesson_id uuid not null,
  tenant varchar(64) not null,
  wording integer not null,
  arm varchar(8) not null,                      -- WITH or WITHOUT
  candidate boolean not null,                   -- whether the lesson was a candidate then
  success boolean,                              -- what feedback says; null: nothing
  used_at timestamp with time zone not null,
  labelled_at timestamp with time zone
);

create index if not exists lesson_use_of_lesson on lesson_use (lesson_id, wording);
