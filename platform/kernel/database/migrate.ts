import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { roleOf, schemaOf } from './unit-of-work.ts'

/** A room with tables: kernel rooms keep them in schemas of their own choice, a service in the schema of its name. */
export type MigrationRoom = { name: string; folder: string; service?: string }
export type Applied = { room: string; file: string }

// One number for all processes that might migrate the same database at once.
const lock = 4_702_310_001

/**
 * Brings the database to the state of the code. Forward only; each file runs once, in a transaction of its own.
 * @throws when an already applied file has been edited since
 */
export async function migrate(ownerUrl: string, rooms: readonly MigrationRoom[]): Promise<Applied[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await refuseOldServer(client)
    await client.query('create schema if not exists platform')
    await client.query(`create table if not exists platform.migration (
      room text not null, file text not null, sha256 text not null, applied_at timestamptz not null default now(), primary key (room, file))`)
    const applied: Applied[] = []
    for (const room of rooms) applied.push(...(await migrateRoom(client, room)))
    return applied
  } finally {
    await client.end()
  }
}

async function migrateRoom(client: pg.Client, room: MigrationRoom): Promise<Applied[]> {
  if (!existsSync(room.folder)) return []
  if (room.service) await openSchema(client, room.service)
  const known = await client.query<{ file: string; sha256: string }>('select file, sha256 from platform.migration where room = $1', [room.name])
  const applied: Applied[] = []
  for (const file of readdirSync(room.folder).filter((name) => name.endsWith('.sql')).sort()) {
    const text = readFileSync(join(room.folder, file), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const before = known.rows.find((row) => row.file === file)
    if (before && before.sha256 !== sha256) throw new Error(`${room.name}/${file} was changed after it had been applied. Write a new migration instead.`)
    if (before) continue
    await applyFile(client, room.name, file, text, sha256)
    applied.push({ room: room.name, file })
  }
  return applied
}

async function openSchema(client: pg.Client, service: string): Promise<void> {
  await client.query('select platform.adopt_role($1)', [roleOf(service)])
  await client.query(`create schema if not exists ${schemaOf(service)}`)
  await client.query(`grant usage on schema ${schemaOf(service)} to ${roleOf(service)}`)
}

async function applyFile(client: pg.Client, room: string, file: string, text: string, sha256: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into platform.migration (room, file, sha256) values ($1, $2, $3)', [room, file, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${room}/${file} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; text: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  )
  if (Number(rows[0]?.number) >= 160_000) return
  throw new Error(`PostgreSQL ${rows[0]?.text} is too old. Modellregion needs PostgreSQL 16 or newer.`)
}
