import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack, type Pack } from 'tar-stream'
import { OperatorError } from '../boot/config.ts'
import { NotFound, type DatabaseError } from '../database/index.ts'
import type { FileStore } from '../files/store.ts'
import { format, type Head, type Manifest, type Report } from './archive.ts'
import { inOrder } from './order.ts'
import { measured } from './parts.ts'
import { beginSnapshot, copyOut, listFiles, listMigrations, listSequences, listTables, serverVersion, type Table } from './queries.ts'

export type BackupSource = {
  /** A session that reads past row security. */
  backupUrl: string
  files: FileStore
  versions: Record<string, string>
  now: Date
  /** A folder for one table at a time on its way into the archive; the rows are personal data, so it is private and removed. */
  workFolder: string
}

export type BackupResult = { tables: number; rows: number; files: number; missing: number }

/** Writes one moment of the whole installation into `output`. Towns go on working meanwhile. @throws OperatorError */
export async function writeBackup(source: BackupSource, output: Writable, report: Report): Promise<BackupResult> {
  const client = new pg.Client({ connectionString: source.backupUrl, application_name: 'backup', connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  const work = await mkdtemp(join(source.workFolder, 'backup-'))
  const archive = pack()
  try {
    const written = pipeline(archive as unknown as Readable, createGzip(), output) // streamx streams behave like node's here
    const [result] = await Promise.all([fill(source, client, archive, work, report).catch(refusal(archive)), written])
    return result
  } finally {
    await client.end().catch(() => {})
    await rm(work, { recursive: true, force: true })
  }
}

// The archive must end with its writer, or the pipe waits for ever.
const refusal = (archive: Pack) => (error: DatabaseError): never => {
  archive.destroy(error)
  if (error.code === '42501' || /row-level security/.test(error.message))
    throw new OperatorError(
      `The database role may not read past row level security (${error.message}), so a backup would miss rows. Let the administrator of the server run "alter role <owner> bypassrls" for the role of DATABASE_OWNER_URL.`,
    )
  throw error
}

async function fill(source: BackupSource, client: pg.Client, archive: Pack, work: string, report: Report): Promise<BackupResult> {
  await beginSnapshot(client)
  const tables = inOrder(await listTables(client))
  const head: Head = {
    format,
    createdAt: source.now.toISOString(),
    versions: source.versions,
    server: await serverVersion(client),
    migrations: await listMigrations(client),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    sequences: await listSequences(client),
  }
  const manifest: Manifest = { parts: [], missing: [] }
  await addText(archive, manifest, 'head.json', JSON.stringify(head, null, 1))
  let rows = 0
  for (const [at, table] of tables.entries()) {
    const count = await addTable(client, archive, manifest, table, join(work, 'table'))
    rows += count
    report(`  ${at + 1}/${tables.length} ${table.name}: ${count} rows`)
  }
  const files = await listFiles(client)
  await client.query('commit')
  for (const [at, { tenant, sha256 }] of files.entries()) {
    await addFile(source.files, archive, manifest, tenant, sha256)
    if ((at + 1) % 100 === 0 || at + 1 === files.length) report(`  ${at + 1}/${files.length} files`)
  }
  await addText(archive, undefined, 'manifest.json', JSON.stringify(manifest, null, 1))
  archive.finalize()
  return { tables: tables.length, rows, files: files.length, missing: manifest.missing.length }
}

async function addText(archive: Pack, manifest: Manifest | undefined, name: string, text: string): Promise<void> {
  const { stream, part } = measured(name)
  const bytes = Buffer.from(text)
  const entry = archive.entry({ name, size: bytes.length })
  stream.end(bytes)
  await pipeline(stream, entry as unknown as Writable)
  manifest?.parts.push(part())
}

// A tar entry begins with its size, and PostgreSQL does not tell it: the table goes over the disk.
async function addTable(client: pg.Client, archive: Pack, manifest: Manifest, table: Table, aside: string): Promise<number> {
  const { stream, part } = measured(`tables/${table.name}`)
  const rows = client.query(copyTo(copyOut(table)))
  await pipeline(rows, stream, createWriteStream(aside, { mode: 0o600 }))
  const done = part()
  await pipeline(createReadStream(aside), archive.entry({ name: done.name, size: done.size }) as unknown as Writable)
  manifest.parts.push(done)
  return rows.rowCount
}

async function addFile(files: FileStore, archive: Pack, manifest: Manifest, tenant: string, sha256: string): Promise<void> {
  const name = `files/${tenant}/${sha256}`
  const known = await files.stat(tenant, sha256)
  if (!known) return void manifest.missing.push(name)
  try {
    const { stream, part } = measured(name)
    const content = await files.get(tenant, sha256)
    await pipeline(content, stream, archive.entry({ name, size: known.size }) as unknown as Writable)
    manifest.parts.push(part())
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    manifest.missing.push(name)
  }
}
