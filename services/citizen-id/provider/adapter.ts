import { createHash } from 'node:crypto'
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider'
import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { cachedClient } from './client-cache.ts'
import * as queries from './queries.ts'

/** The value of a token is the key to it, so the database keeps only its hash: a copy of the table opens nothing. */
export const artifactHash = (id: string): string => createHash('sha256').update(id).digest('base64url')

/** A town as one of its addresses shows it. */
export type TownAt = { platform: Platform; tenantId: string; hosts: readonly string[]; /** What people read as the name of the office. */ name: string; origin: string }

/**
 * Storage of the OpenID Connect provider in PostgreSQL, one instance for each kind of thing it keeps. Every answer the
 * provider gives is preceded by a committed transaction, so a code that was handed out survives a crash and is redeemed once.
 */
export const adapterFor = (town: TownAt) => (kind: string): Adapter => {
  const { platform, tenantId } = town
  const entry = (access: 'read' | 'write') => ({ tenant: tenantId, service: 'citizen-id', access, now: platform.now() })
  const unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => platform.database.unit(entry(access), work)
  return {
    upsert: async (id, payload, expiresIn) => {
      const kept = withoutSecrets(payload)
      const expiresAt = expiresIn !== undefined && expiresIn > 0 ? new Date(platform.now().getTime() + expiresIn * 1_000) : undefined
      const row = {
        kind,
        idHash: artifactHash(id),
        payload: kept,
        ...(isUuid(payload.accountId) && { accountId: payload.accountId }),
        ...(payload.clientId !== undefined && { clientId: payload.clientId }),
        ...(payload.grantId !== undefined && { grantId: payload.grantId }),
        ...(payload.uid !== undefined && { uid: payload.uid }),
        ...(expiresAt && { expiresAt }),
      }
      if (kind !== 'Session') return void (await platform.database.statement(entry('write'), queries.artifactSaved(tenantId, platform.now(), row)))
      await unit('write', async (db) => {
        await queries.upsertArtifact(db, row)
        if (payload.uid !== undefined)
          for (const [clientId, { sid }] of Object.entries(payload.authorizations ?? {})) if (sid !== undefined) await queries.insertClientSession(db, { sid, sessionUid: payload.uid, clientId })
      })
    },
    find: async (id) => {
      if (kind === 'Client') return await cachedClient(town, id)
      const { rows } = await platform.database.statement(entry('read'), queries.artifactById(town.tenantId, platform.now(), kind, artifactHash(id)))
      return asPayload(rows[0], id)
    },
    findByUid: async (uid) => asPayload(await unit('read', (db) => queries.findArtifactByUid(db, kind, uid))),
    findByUserCode: async () => undefined, // device flow is not offered
    consume: async (id) => {
      const used = await unit('write', (db) => queries.consumeArtifact(db, kind, artifactHash(id)))
      // Of two that redeem the same code at the same moment, one wins.
      if (used === 0) throw new errors.InvalidGrant('used before')
    },
    destroy: async (id) => void (await unit('write', (db) => queries.deleteArtifact(db, kind, artifactHash(id)))),
    revokeByGrantId: async (grantId) => void (await unit('write', (db) => queries.deleteArtifactsOfGrant(db, grantId))),
  }
}

// Neither the value itself nor the session cookie that an interaction remembers.
function withoutSecrets({ jti: _itself, session, ...kept }: AdapterPayload): Record<string, unknown> {
  if (!session) return kept
  const { cookie: _cookie, ...rest } = session
  return { ...kept, session: rest }
}

function asPayload(row: queries.ArtifactRow | undefined, id?: string): AdapterPayload | undefined {
  if (!row) return undefined
  return { ...row.payload, ...(id !== undefined && { jti: id }), ...(row.consumedAt && { consumed: Math.floor(row.consumedAt.getTime() / 1_000) }) } as AdapterPayload
}

const isUuid = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
