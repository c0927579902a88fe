-- What runs in the background, for the people who wait for it. The queue itself (schema graphile_worker) only knows ids.
create table platform.job (
  tenant_id text not null,
  id uuid not null,
  service text not null,
  name text not null,
  key text,
  payload jsonb not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'dead')),
  attempts int not null default 0,
  max_attempts int not null,
  progress real not null default 0 check (progress between 0 and 1),
  words text,
  counts jsonb not null default '{}',
  error text,
  run_at timestamptz not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
-- One waiting job per key: ordering it again moves it instead of doubling it.
create unique index job_waiting_key on platform.job (tenant_id, name, key) where state in ('queued', 'failed') and key is not null;
create index on platform.job (tenant_id, service, created_at desc);
create index on platform.job (tenant_id, state, finished_at);
select platform.protect('platform.job', 'modellregion_service');
select platform.distribute('platform.job');
