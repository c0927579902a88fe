-- What a town reads again each night: the addresses of the files behind its entries, and how the last attempts ended.

create table portfolio.publiccode_watch (
  tenant_id text not null,
  entry_id uuid not null,
  -- Of the raw file, not of the repository.
  file_url text not null,
  -- What the server wants to hear so that it answers only what has changed.
  etag text,
  failures int not null default 0,
  -- Attempts wait longer the more of them have failed.
  next_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, entry_id)
);
comment on table portfolio.publiccode_watch is 'addresses of publiccode.yml files that a town reads again, and how the last attempts ended';
create index publiccode_watch_due on portfolio.publiccode_watch (tenant_id, next_at);
select platform.protect('portfolio.publiccode_watch'), platform.distribute('portfolio.publiccode_watch');
