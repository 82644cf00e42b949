-- A number that a task calculated, as a fraction such as 1/3.
alter table task_run add column artifact_exact varchar(4000);
