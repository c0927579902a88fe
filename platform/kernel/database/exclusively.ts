import type pg from 'pg'

/**
 * Runs `work` while no other process of the same database runs work under this number. For what happens once in the life of an
 * installation; the lock belongs to a connection, so it goes with a process that dies.
 */
export async function exclusively<T>(pool: pg.Pool, number: number, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [number])
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [number]).catch(() => {})
    client.release()
  }
}
