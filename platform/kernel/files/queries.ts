import { sql } from 'kysely'
import { newId } from '../database/id.ts'
import { NotFound, type UnitOfWork } from '../database/index.ts'
import type { ReceivedFile } from './receive.ts'

/** A file of a service: the row that keeps its bytes alive. */
export type StoredFile = { tenant: string; id: string; sha256: string; name: string; type: string; size: number; createdAt: Date }

const columns = sql`tenant_id as tenant, id, sha256, name, type, size, created_at as "createdAt"`

/** Names received bytes in this unit of work. Without it the nightly sweep removes them after a day. */
export async function recordFile(db: UnitOfWork, file: ReceivedFile, id: string = newId(db.now)): Promise<StoredFile> {
  const { sha256, name, type, size } = file
  await db.run(sql`
    insert into platform.file (tenant_id, id, service, sha256, name, type, size, created_at)
    values (${db.tenant}, ${id}, ${db.service}, ${sha256}, ${name}, ${type}, ${size}, ${db.now})
    on conflict do nothing`)
  return { tenant: db.tenant, id, sha256, name, type, size, createdAt: db.now }
}

export const findFile = (db: UnitOfWork, id: string): Promise<StoredFile | undefined> =>
  db.maybe(sql<StoredFile>`select ${columns} from platform.file where tenant_id = ${db.tenant} and service = ${db.service} and id = ${id}`)

/** @throws NotFound */
export async function getFile(db: UnitOfWork, id: string): Promise<StoredFile> {
  const file = await findFile(db, id)
  if (!file) throw new NotFound()
  return file
}

/** Takes the name away; the bytes go with the next sweep unless another row names them. */
export const forgetFile = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`delete from platform.file where tenant_id = ${db.tenant} and service = ${db.service} and id = ${id}`)

/** Of these contents, those that a row of the town names. For the sweep. */
export async function listNamed(db: UnitOfWork, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.many(sql<{ sha256: string }>`
    select distinct sha256 from platform.file where tenant_id = ${db.tenant} and sha256 = any(${hashes}::text[])`)
  return new Set(rows.map((row) => row.sha256))
}
