create table if not exists scheduled_tasks (
  task_name varchar(100) not null,
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

-- In the order in which rows are picked, so that a pick costs the same however many wait. There is no index on what
-- heartbeats write, so that on PostgreSQL they touch none.
create index if not exists scheduled_tasks_due on scheduled_tasks (priority desc, execution_time);
