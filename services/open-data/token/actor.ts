import { findAccount, type Actor, type Ask } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { markUsed, tokenWithHash } from './queries.ts'
import { scopeToday } from './rules.ts'
import type { Scope } from './schema.ts'
import { secretHash, secretOf } from './secret.ts'

/** Whoever a program works for, and what its key allows of what that account may do. */
export type TokenActor = Actor & {
  readonly id: string
  readonly token: {
    readonly id: string
    /** `read` sees what is not public, `write` brings drafts into the department's check, `publish` publishes at once, `admin` also changes organisations. Ask with `covers(scope, 'write')` of token/rules.ts. */
    readonly scope: Scope
    /** Ids of the organisations the key is for; empty: all of the account's. */
    readonly organisations: readonly string[]
  }
}

type Asked = Pick<Ask<unknown, unknown, unknown, unknown>, 'headers' | 'tenant' | 'now' | 'platform'>

/**
 * The account of the key in `Authorization` or `X-CKAN-API-Key`, with the roles it has today; undefined without a key and for one that is
 * unknown, over or revoked, as in CKAN: such a caller is a guest. Sessions of browsers do not count here.
 */
export async function actorOfRequest({ headers, tenant, now, platform }: Asked): Promise<TokenActor | undefined> {
  const secret = secretOf(headers)
  if (secret === undefined) return undefined
  const entry = { tenant: tenant.id, now } as const
  // Asked by each call of each program: one message instead of three.
  const found = await platform.database.statement({ ...entry, service: 'open-data', access: 'read' }, tokenWithHash(entry, secretHash(secret)))
  const token = found.rows[0]
  if (!token) return undefined
  const account = await platform.database.unit({ ...entry, service: 'platform', access: 'read' }, (db) => findAccount(db, token.accountId))
  if (!account || account.disabledAt) return undefined
  const scope = scopeToday(token, account.id, account.roles.map(({ role }) => role))
  if (!scope) return undefined
  const today = localDate(now)
  if (token.lastUsedOn !== today) await platform.database.unit({ ...entry, service: 'open-data', access: 'write' }, (db) => markUsed(db, token.id, today))
  return { id: account.id, name: account.name, roles: account.roles, level: 'low', token: { id: token.id, scope, organisations: token.organisations } }
}
