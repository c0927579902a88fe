/** PostgreSQL errors are told apart by SQLSTATE: constraint names change on a sharded server, codes do not. */
export type DatabaseError = Error & { code?: string; constraint?: string }

const retryable = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '25006', // read-only transaction: the primary has moved
  '57P01', // the server shuts down
  '57P02', // crash shutdown
  '57P03', // cannot connect now
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the unix socket of a server that is restarting
  'EPIPE',
  'ETIMEDOUT',
])

/** True when the same unit of work may succeed on a new connection: connection loss, failover, serialisation. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as DatabaseError
  if (code && (retryable.has(code) || code.startsWith('08'))) return true
  return isConnectionLoss(error)
}

/** True when the connection itself is broken and must be destroyed, not returned to the pool. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as DatabaseError
  if (code?.startsWith('57P') || code?.startsWith('08') || /^E[A-Z]+$/.test(code ?? '')) return true // ECONNRESET and its like; not Node's own ERR_…
  return /Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error|socket hang up/i.test(error.message)
}

export const isReadOnly = (error: unknown): boolean => hasCode(error, '25006')
export const isUniqueViolation = (error: unknown): boolean => hasCode(error, '23505')
export const isForeignKeyViolation = (error: unknown): boolean => hasCode(error, '23503')
export const isCheckViolation = (error: unknown): boolean => hasCode(error, '23514')
export const isAccessViolation = (error: unknown): boolean => hasCode(error, '42501')
/** True when a text holds what the database keeps in none: a zero character, or half of a pair of code units. */
export const isUnstorableText = (error: unknown): boolean => hasCode(error, '22021') || hasCode(error, '22P05')

/** The violated constraint, also on a sharded server, where the name hides in the message and ends in a shard number. */
export function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const named = (error as DatabaseError).constraint ?? /"([^"]+)"/.exec(error.message)?.[1]
  return named?.replace(/_\d{6,}$/, '')
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as DatabaseError).code === code
}
