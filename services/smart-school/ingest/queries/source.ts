import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { ListedSource, Source } from '../schema.ts'

const columns = sql`id, name, kind, school_id as "schoolId", may_write as "mayWrite", audiences, topics`
const listed = sql`${columns}, created_at as "createdAt", revoked_at as "revokedAt", last_message_at as "lastMessageAt", messages::float8 as messages`

/** The source with this secret, unless it was revoked. */
export const findSourceBySecret = (db: UnitOfWork, secretHash: Buffer): Promise<Source | undefined> =>
  db.maybe(sql<Source>`select ${columns} from smart_school.source where tenant_id = ${db.tenant} and secret_hash = ${secretHash} and revoked_at is null`)

/** The source of this name with the hash of its secret, unless it has none or was revoked. */
export async function findSourceSecret(db: UnitOfWork, name: string): Promise<{ source: Source; secretHash: Buffer } | undefined> {
  const row = await db.maybe(sql<Source & { secretHash: Buffer }>`
    select ${columns}, secret_hash as "secretHash" from smart_school.source where tenant_id = ${db.tenant} and name = ${name} and secret_hash is not null and revoked_at is null`)
  if (!row) return undefined
  const { secretHash, ...source } = row
  return { source, secretHash }
}

export const findSourceByName = (db: UnitOfWork, name: string): Promise<Source | undefined> =>
  db.maybe(sql<Source>`select ${columns} from smart_school.source where tenant_id = ${db.tenant} and name = ${name} and revoked_at is null`)
/** Whether there was a source of this name that somebody has revoked. */
export const wasRevoked = async (db: UnitOfWork, name: string): Promise<boolean> =>
  (await db.maybe(sql`select from smart_school.source where tenant_id = ${db.tenant} and name = ${name} and revoked_at is not null limit 1`)) !== undefined

/** @throws NotFound */
export const getSource = (db: UnitOfWork, id: string): Promise<ListedSource> => db.one(sql<ListedSource>`select ${listed} from smart_school.source where tenant_id = ${db.tenant} and id = ${id}`)

/** Those that may deliver first, then the revoked ones. */
export const listSources = (db: UnitOfWork): Promise<ListedSource[]> => db.many(sql<ListedSource>`select ${listed} from smart_school.source where tenant_id = ${db.tenant} order by revoked_at nulls first, name`)

/** Rows written: none when the name is taken. */
export const insertSource = (db: UnitOfWork, { id, name, kind, schoolId, mayWrite, audiences, topics, secretHash }: Source & { secretHash: Buffer | null }): Promise<number> =>
  db.run(sql`insert into smart_school.source (tenant_id, id, name, kind, school_id, secret_hash, topics, may_write, audiences, created_at)
    values (${db.tenant}, ${id}, ${name}, ${kind}, ${schoolId}, ${secretHash}, ${[...topics]}::text[], ${mayWrite}, ${[...audiences]}::text[], ${db.now}) on conflict do nothing`)

/** A new secret in place of the old one. Rows changed. */
export const replaceSecret = (db: UnitOfWork, id: string, secretHash: Buffer): Promise<number> =>
  db.run(sql`update smart_school.source set secret_hash = ${secretHash} where tenant_id = ${db.tenant} and id = ${id} and revoked_at is null`)

export const revokeSource = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`update smart_school.source set revoked_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and revoked_at is null`)

/** Writes when a source was last heard, and how much. Numbers are rough: they are written now and then, not with each message. */
export const noteHeard = (db: UnitOfWork, name: string, at: Date, messages: number): Promise<number> =>
  db.run(sql`update smart_school.source set last_message_at = greatest(last_message_at, ${at}), messages = messages + ${messages} where tenant_id = ${db.tenant} and name = ${name}`)
