import pg from 'pg'

// Numbers, not strings: counts fit into a double. Dates without time stay ISO text, so that no time zone shifts them.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export type PoolOptions = { name: string; size?: number }

/**
 * A connection pool that survives the loss of its server: each client has its own error listener, because an error on a
 * checked-out client without one ends the whole process.
 */
export function openPool(connectionString: string, { name, size = 10 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: size,
    application_name: name,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 120_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  })
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

// The unit of work that held the client sees the failure by itself; here it must only not be fatal.
function ignore(): void {}
