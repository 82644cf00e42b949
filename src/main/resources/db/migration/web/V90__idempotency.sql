-- What creating requests with an Idempotency-Key were answered, for a day.
create table if not exists remembered_request (
  id varchar(64) not null primary key, -- SHA-256 of tenant, caller, route and key
  tenant varchar(64) default 'default' not null,
  body_hash varchar(64) not null,
  status bigint not null,
  location varchar(2048) not null,
  body varchar(65536) not null,
  expires_at timestamp with time zone not null
);

create index if not exists remembered_request_expiry on remembered_request (expires_at);
