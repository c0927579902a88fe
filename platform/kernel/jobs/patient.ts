import type pg from 'pg'

/**
 * Makes the library of the queue try again when a connection is late or lost: it does so only for codes that it knows, and
 * otherwise a job whose end cannot be noted ends the whole process. What it runs may be repeated: it takes, ends and returns entries by id.
 */
export function patient(pool: pg.Pool): pg.Pool {
  const connect = pool.connect.bind(pool)
  const wait = async (): Promise<pg.PoolClient> => {
    if (pool.ending) return await never // whoever comes after the end is not waited for; others free what was left
    return await connect().catch(late)
  }
  pool.connect = ((then?: Parameters<typeof connect>[0]) => (then ? connect(then) : wait())) as typeof connect // both forms of its two signatures
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown // one name, a dozen signatures
    client.query = ((...asked: unknown[]) => {
      const answer = query(...asked)
      return answer instanceof Promise ? answer.catch((error: unknown) => (isLost(error) ? late(error) : Promise.reject(error))) : answer
    }) as typeof client.query
  })
  return pool
}

const never = new Promise<never>(() => {})

// The server speaks with its own codes; classes 08 and 57P are connection failure and operator intervention.
const isLost = (error: unknown): boolean => !/^(?!08|57P)(\d|F0|HV|P0|XX)/.test(codeOf(error))
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function late(error: unknown): never {
  throw Object.assign(new Error('The database is away.', { cause: error }), { code: 'ETIMEDOUT' })
}
