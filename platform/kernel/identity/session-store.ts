import { createHash, randomBytes } from 'node:crypto'
import { callbackify } from 'node:util'
import type { Session } from 'fastify'
import type { Platform } from '../boot/platform.ts'
import { newId } from '../database/index.ts'
import { isOver } from './mandate.ts'
import { isAlive, limitsOf } from './rules.ts'
import { endSession, findSession, insertSession, saveSessionData } from './queries/session.ts'
import type { MandateClaim } from '@modellregion/contracts'
import type { LevelOfAssurance, RoleGrant } from './actor.ts'
import type { SessionData } from './session-data.ts'

/** Who a stored session belongs to, read with it on every request. */
export type Known = { id: string; accountId?: string; name?: string; roles: readonly RoleGrant[]; level: LevelOfAssurance; methods: readonly string[]; mandate?: MandateClaim; /** At a computer of several people. */ shared: boolean; lastSeenAt: Date }

/** Who has just signed in; becomes the row of the session. */
export type SignedIn = { accountId: string; name: string; roles: readonly RoleGrant[]; level: LevelOfAssurance; issuer?: string; providerSession?: string; methods?: readonly string[]; mandate?: MandateClaim; shared?: boolean; device: string }

declare module 'fastify' {
  interface Session extends SessionData {
    known?: Known
    signedIn?: SignedIn
  }
}

/** Stands in place of a provider for the fictional people. */
export const demoIssuer = 'demo'

/** The town stands in front, so that the store knows where to look; 256 random bits follow. */
export const newSessionId = (tenant: string): string => `${tenant}.${randomBytes(32).toString('base64url')}`
/** The town a session id or signed cookie was made for. */
export const tenantOf = (sid: string): string | undefined => /^([a-z][a-z0-9-]{1,40})\.[\w-]{43}(?:\.|$)/.exec(sid)?.[1]
// The id itself is the key to the session, so the database keeps only its hash: a copy of the table opens nothing.
export const sidHash = (sid: string): string => createHash('sha256').update(sid).digest('base64url')

type Done = (error?: unknown) => void
export type SessionStore = {
  get(sid: string, done: (error: unknown, session?: Session | null) => void): void
  set(sid: string, session: Session, done: Done): void
  destroy(sid: string, done: Done): void
}

/** Sessions in PostgreSQL, in the town they belong to. */
export function openSessionStore({ database, now, config }: Pick<Platform, 'database' | 'now' | 'config'>): SessionStore {
  const enter = (sid: string, access: 'read' | 'write') => ({ tenant: tenantOf(sid) ?? '-', service: 'platform', access, now: now() })

  async function get(sid: string): Promise<Session | null> {
    if (!tenantOf(sid)) return null
    const row = await database.unit(enter(sid, 'read'), (db) => findSession(db, sidHash(sid)))
    if (!row) return null
    // Whoever entered without a password is out as soon as the demonstration ends.
    const leftover = row.issuer === demoIssuer && !config.demo
    // Nobody acts for somebody else a moment too long.
    const overdue = row.mandate !== null && isOver(row.mandate, now())
    if (leftover || overdue || !isAlive(row, limitsOf(row.accountId ?? undefined, row.roles, row.shared), now())) {
      await destroy(sid)
      return null
    }
    const { id, level, roles, methods, shared, lastSeenAt, data } = row
    const known = { id, level, roles, methods, shared, lastSeenAt, ...(row.mandate !== null && { mandate: row.mandate }), ...(row.accountId !== null && { accountId: row.accountId }), ...(row.name !== null && { name: row.name }) }
    return { ...data, known, cookie: { originalMaxAge: null } }
  }

  async function set(sid: string, session: Session): Promise<void> {
    const data = dataOf(session)
    if (session.known) return void (await database.unit(enter(sid, 'write'), (db) => saveSessionData(db, sidHash(sid), data)))
    if (!session.signedIn && Object.keys(data).length === 0) return // nothing to remember about this guest
    const { signedIn } = session
    const { age } = limitsOf(signedIn?.accountId, signedIn?.roles ?? [], signedIn?.shared === true)
    const id = newId(now())
    const expiresAt = new Date(now().getTime() + age)
    await database.unit(enter(sid, 'write'), (db) => insertSession(db, { sidHash: sidHash(sid), id, level: 'none', device: '', ...signedIn, data, expiresAt }))
  }

  const destroy = async (sid: string): Promise<void> => void (tenantOf(sid) && (await database.unit(enter(sid, 'write'), (db) => endSession(db, sidHash(sid)))))

  return { get: callbackify(get), set: callbackify(set), destroy: callbackify(destroy) }
}

function dataOf({ _csrf, flows, idToken, provider, endAt }: SessionData): SessionData {
  return {
    ...(_csrf !== undefined && { _csrf }),
    ...(flows !== undefined && Object.keys(flows).length > 0 && { flows }),
    ...(idToken !== undefined && { idToken }),
    ...(provider !== undefined && { provider }),
    ...(endAt !== undefined && { endAt }),
  }
}
