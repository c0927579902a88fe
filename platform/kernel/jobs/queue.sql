-- The doors of the queue. Run by the jobs role at each start, after graphile-worker's own migrations; repeatable.
-- Services may not touch the queue's tables: they have row security without policies, and belong to the jobs role.
create table if not exists jobs.worker (
  id uuid primary key,
  queue_pool text not null,
  name text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

create or replace function jobs.enqueue(identifier text, job_id uuid, delay_seconds double precision)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  town text := current_setting('app.tenant', true);   -- never an argument: nobody orders work in another town
begin
  if coalesce(town, '') = '' then raise exception 'jobs.enqueue outside of a unit of work' using errcode = '42501'; end if;
  -- No named queues: taking a job would lock every free queue, and there would be one for each town and subscriber.
  perform graphile_worker.add_job(identifier, json_build_object('tenant', town, 'id', job_id),
    run_at => now() + make_interval(secs => delay_seconds), job_key => town || ':' || job_id);
end $$;

create or replace function jobs.counts() returns table (identifier text, ready bigint, running bigint, waiting bigint, oldest_seconds double precision)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select t.identifier,
    count(*) filter (where j.is_available and j.run_at <= now()),
    count(*) filter (where j.locked_at is not null),
    count(*) filter (where j.is_available and j.run_at > now()),
    coalesce(extract(epoch from now() - min(j.run_at) filter (where j.is_available and j.run_at <= now())), 0)::double precision
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  group by t.identifier $$;

create or replace function jobs.workers() returns table (name text, started_at timestamptz, seen_at timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select w.name, w.started_at, w.seen_at from jobs.worker w order by w.started_at $$;

create or replace function jobs.knows(keys text[]) returns setof text
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select j.key from graphile_worker._private_jobs j where j.key = any(select current_setting('app.tenant', true) || ':' || k from unnest(keys) k)
    and (j.is_available or j.locked_at is not null) $$;   -- what the queue itself has given up is not known

revoke all on function jobs.enqueue, jobs.counts, jobs.workers, jobs.knows from public;
grant usage on schema jobs to modellregion_service;
grant execute on function jobs.enqueue to modellregion_service;
grant execute on function jobs.counts, jobs.workers, jobs.knows to svc_platform;
