import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { findSourceBySecret, findSourceSecret } from './queries/source.ts'
import type { Source } from './schema.ts'

/** A new secret: 160 random bits in 27 letters. It is shown once; the database keeps its hash. */
export const newSecret = (): string => randomBytes(20).toString('base64url')

export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * Which source an `Authorization` header speaks for: `Bearer <secret>`, or `Basic` with name and secret of the source (the name may carry the town,
 * as MQTT user names do). Undefined when there is none, it is unknown or was revoked: whoever asks is a guest then.
 */
export async function authenticate(platform: Pick<Platform, 'database' | 'now'>, tenantId: string, authorizationHeader: string | undefined): Promise<Source | undefined> {
  const [, scheme, value] = /^(basic|bearer) +(\S+)$/i.exec(authorizationHeader ?? '') ?? []
  if (scheme === undefined || value === undefined) return undefined
  if (scheme.toLowerCase() === 'bearer') return await reading(platform, tenantId, (db) => findSourceBySecret(db, hashOfSecret(value)))
  const [, name = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(value, 'base64').toString('utf8')) ?? []
  return await sourceOf(platform, tenantId, name.startsWith(`${tenantId}/`) ? name.slice(tenantId.length + 1) : name, secret)
}

/** The source of that name, when the secret is its own. */
export async function sourceOf(platform: Pick<Platform, 'database' | 'now'>, tenantId: string, name: string, secret: string): Promise<Source | undefined> {
  const found = await reading(platform, tenantId, (db) => findSourceSecret(db, name))
  return found && timingSafeEqual(found.secretHash, hashOfSecret(secret)) ? found.source : undefined
}

const reading = <T>({ database, now }: Pick<Platform, 'database' | 'now'>, tenant: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  database.unit({ tenant, service: 'smart-school', now: now(), access: 'read' }, work)
