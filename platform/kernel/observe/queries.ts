import type pg from 'pg'

/** Outside of a unit of work: does a connection of the pool answer at all? */
export async function isAnswering(pool: pg.Pool): Promise<boolean> {
  return (await pool.query('select 1')).rowCount === 1
}
