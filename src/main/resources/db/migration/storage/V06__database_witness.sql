-- How far this database has come, in beats that are also written beside its file: one that was put back or cut short
-- is behind them. One row, on H2 only.
create table if not exists database_witness (
  id integer primary key,
  tenant varchar(64) default 'default' not null,
  beats bigint not null
);
