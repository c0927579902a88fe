import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import { countTokens, insertToken, revokeToken } from './queries.ts'
import { longestLife, mostTokens } from './rules.ts'
import type { ApiToken, Scope } from './schema.ts'
import { newSecret, secretHash } from './secret.ts'

export type TokenWish = { readonly accountId: string; readonly title: string; readonly scope: Scope; readonly organisations: readonly string[]; readonly days: number }
export type Issued = { readonly ok: true; readonly id: string; readonly secret: string; readonly expiresAt: Date } | { readonly ok: false; readonly code: 'too-many' }

/** Makes a key. The secret is in the answer and nowhere else. */
export async function issueToken(db: UnitOfWork, { accountId, title, scope, organisations, days }: TokenWish): Promise<Issued> {
  if ((await countTokens(db, accountId)).n >= mostTokens) return { ok: false, code: 'too-many' }
  const secret = newSecret()
  const id = newId(db.now)
  const expiresAt = new Date(db.now.getTime() + Math.min(days, longestLife) * 86_400_000)
  await insertToken(db, { id, accountId, title, hash: secretHash(secret), scope, organisations, expiresAt, allowedBy: scope === 'publish' || scope === 'admin' ? accountId : null })
  await audit(db, { action: 'token.create', subject: `token/${id}`, detail: { scope, expiresAt: expiresAt.toISOString() } })
  return { ok: true, id, secret, expiresAt }
}

/** Ends a key; does nothing when it has ended before. */
export async function endToken(db: UnitOfWork, token: Pick<ApiToken, 'id'>): Promise<void> {
  if (await revokeToken(db, token.id)) await audit(db, { action: 'token.revoke', subject: `token/${token.id}` })
}

