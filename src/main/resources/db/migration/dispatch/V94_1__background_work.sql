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
