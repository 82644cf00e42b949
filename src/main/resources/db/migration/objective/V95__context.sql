-- Whether the client named the context, what the objective does with memory, and the objectives that it may read.
alter table objective add column context_given boolean default false not null;
alter table objective add column memory_read boolean default true not null;
alter table objective add column memory_write boolean default true not null;
alter table objective add column reference_ids varchar(1000);

-- Finds the objectives of a context that have not ended, however many have.
create index if not exists objective_open_of_context on objective (context_id, finished_at);

-- Rows to lock, so that of two objectives of one context only one begins. A context has the row of its hash.
create table if not exists context_lock (stripe integer primary key);
insert into context_lock (stripe) values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
  (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31),
  (32), (33), (34), (35), (36), (37), (38), (39), (40), (41), (42), (43), (44), (45), (46), (47),
  (48), (49), (50), (51), (52), (53), (54), (55), (56), (57), (58), (59), (60), (61), (62), (63);
