import type pg from 'pg'

// Statements of the queue's own login role. They run outside of units of work: the queue belongs to no town.

export async function currentRole(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>('select current_user as role')
  return rows[0]?.role ?? ''
}

/** An advisory lock keeps processes that start together from creating twice. */
export async function openSchemas(client: pg.Client, jobsRole: string): Promise<void> {
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(4702310003)')
  for (const schema of ['graphile_worker', 'jobs']) {
    const known = await client.query('select from pg_namespace where nspname = $1', [schema])
    if (!known.rowCount) await client.query(`create schema ${schema} authorization ${pgIdentifier(jobsRole)}`)
  }
  await client.query('commit')
}

/** As graphile-worker would make it. Its own way begins with `create schema`, which the jobs role may not even when the schema is there. */
export const prepareMigrations = (client: pg.Client) =>
  client.query('create table if not exists graphile_worker.migrations (id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)')

/** Two processes that replace the same function at once would fail with "tuple concurrently updated". */
export async function installDoors(client: pg.Client, text: string): Promise<void> {
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(4702310003)')
  await client.query(text)
  await client.query('commit')
}

export const registerWorker = (pool: pg.Pool, id: string, queuePool: string, name: string) =>
  pool.query('insert into jobs.worker (id, queue_pool, name) values ($1, $2, $3) on conflict (id) do nothing', [id, queuePool, name])

export const forgetWorker = (pool: pg.Pool, id: string) => pool.query('delete from jobs.worker where id = $1', [id])

/** "I am alive". False when others had taken this process for dead and freed its jobs. */
export async function beat(pool: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('update jobs.worker set seen_at = now() where id = $1', [id])
  return rowCount === 1
}

/** Frees what is held by processes that have been silent for too long, or that nobody knows. Two processes may do it at once. */
export async function freeJobsOfSilent(pool: pg.Pool, seconds: number): Promise<number> {
  const { rowCount } = await pool.query('delete from jobs.worker where seen_at < now() - make_interval(secs => $1)', [seconds])
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(locked_by)) from (
       select locked_by from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $1)
       union select locked_by from graphile_worker._private_job_queues where locked_at < now() - make_interval(secs => $1)) held
     where locked_by not in (select queue_pool from jobs.worker) having count(*) > 0`,
    [seconds],
  )
  return rowCount ?? 0
}

const pgIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
