import { text } from 'node:stream/consumers'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import { OperatorError } from '../boot/config.ts'
import type { DatabaseError } from '../database/index.ts'
import type { FileStore } from '../files/store.ts'
import { format, type Head, type Manifest, type Part, type Report } from './archive.ts'
import { measured } from './parts.ts'
import { beginRestore, copyIn, emptyTables, firstFilled, listMigrations, listTables, setSequence, type Migration, type Table } from './queries.ts'

export type RestoreTarget = { backupUrl: string; files: FileStore }
export type RestoreResult = { tables: number; files: number; createdAt: string; missing: number }

/**
 * Fills an empty, migrated installation from an archive, all or nothing: rows are committed after the last part has proved
 * to be whole. @throws OperatorError with one sentence that says what to do
 */
export async function readBackup(target: RestoreTarget, input: Readable, report: Report): Promise<RestoreResult> {
  const client = new pg.Client({ connectionString: target.backupUrl, application_name: 'restore', connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await beginRestore(client)
    const result = await fill(target, client, input, report)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw asRefusal(error as DatabaseError)
  } finally {
    await client.end().catch(() => {})
  }
}

type Entry = Readable & { header: { name: string; size: number } }

async function fill(target: RestoreTarget, client: pg.Client, input: Readable, report: Report): Promise<RestoreResult> {
  const tables = await listTables(client)
  await refuseFilled(client, tables)
  const seen: Part[] = []
  let head: Head | undefined
  let manifest: Manifest | undefined
  let files = 0
  for await (const entry of entriesOf(input)) {
    const { name } = entry.header
    if (manifest) throw new OperatorError('The archive goes on after its end; it is damaged. Nothing was changed.')
    if (name === 'manifest.json') {
      manifest = JSON.parse(await text(entry)) as Manifest // our own format; compared below
      continue
    }
    const { stream, part } = measured(name)
    entry.once('error', (error) => stream.destroy(error))
    const content = entry.pipe(stream)
    if (name === 'head.json') {
      head = readHead(await text(content))
      await refuseOtherMigrations(client, head)
      await emptyTables(client, tables.map((table) => table.name))
    } else if (!head) throw new OperatorError('This is no backup of Modellregion: it does not begin with head.json.')
    else if (name.startsWith('tables/')) await readTable(client, head, tables, name.slice('tables/'.length), content)
    else if (name.startsWith('files/')) {
      await readFile(target.files, name, content)
      files++
      if (files % 100 === 0) report(`  ${files} files`)
    } else throw new OperatorError(`The archive has an unknown part "${name}". Restore it with the release that made it.`)
    seen.push(part())
    if (name.startsWith('tables/')) report(`  ${name.slice('tables/'.length)}`)
  }
  if (!head || !manifest) throw new OperatorError('The archive is cut off: its end is missing. Take another copy of it. Nothing was changed.')
  refuseOtherParts(seen, manifest.parts, head)
  for (const sequence of head.sequences) await setSequence(client, sequence)
  return { tables: head.tables.length, files, createdAt: head.createdAt, missing: manifest.missing.length }
}

function entriesOf(input: Readable): AsyncIterable<Entry> {
  const unpacked = extract()
  const gunzip = createGunzip()
  // The loop over the entries sees the error of any of the three.
  void pipeline(input, gunzip, unpacked as unknown as Writable).catch((error: Error) => unpacked.destroy(error))
  return unpacked as unknown as AsyncIterable<Entry> // streamx streams behave like node's here
}

function readHead(json: string): Head {
  const head = JSON.parse(json) as Head // format checked next
  if (head.format === format) return head
  throw new OperatorError(`The archive has the format "${head.format}"; this release reads "${format}". Restore it with the release that made it.`)
}

async function refuseFilled(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const filled = await firstFilled(client, ['platform.tenant', ...tables.filter((table) => table.tenant).map((table) => table.name)])
  if (filled) throw new OperatorError(`This installation is not empty (${filled} has rows). A backup is restored into an empty one only: start with a new data folder (--data ./restored) or an empty database.`)
}

async function refuseOtherMigrations(client: pg.Client, head: Head): Promise<void> {
  const key = ({ room, file, sha256 }: Migration) => `${room}/${file} ${sha256}`
  const here = new Set((await listMigrations(client)).map(key))
  const there = new Set(head.migrations.map(key))
  const foreign = [...there].find((migration) => !here.has(migration)) ?? [...here].find((migration) => !there.has(migration))
  if (!foreign) return
  const releases = Object.entries(head.versions).map(([id, version]) => `${id} ${version}`).join(', ')
  throw new OperatorError(`The backup was made by another release (${releases}; they differ in ${foreign.split(' ')[0]}). Restore it with that release and the same services, then upgrade.`)
}

async function readTable(client: pg.Client, head: Head, tables: readonly Table[], name: string, content: Readable): Promise<void> {
  const stored = head.tables.find((table) => table.name === name)
  const known = tables.find((table) => table.name === name)
  // Names go into a statement: only those that this database has itself.
  if (!stored || !known || !stored.columns.every((column) => known.columns.includes(column))) throw new OperatorError(`The archive has a table "${name}" that is not like ours. Restore it with the release that made it.`)
  await pipeline(content, client.query(copyFrom(copyIn({ name: known.name, columns: stored.columns }))))
}

async function readFile(files: FileStore, name: string, content: Readable): Promise<void> {
  const [, tenant = '', sha256 = ''] = name.split('/')
  const kept = await files.put(tenant, content, { limit: Infinity })
  if (kept.sha256 === sha256) return
  await files.delete(tenant, kept.sha256)
  throw new OperatorError(`The archive is damaged: ${name} has other bytes than its name says. Take another copy of it. Nothing was changed.`)
}

function refuseOtherParts(seen: readonly Part[], promised: readonly Part[], head: Head): void {
  const key = ({ name, sha256, size }: Part) => `${name} ${sha256} ${size}`
  const found = new Set(seen.map(key))
  const broken = promised.find((part) => !found.has(key(part)))
  if (broken) throw new OperatorError(`The archive is damaged: ${broken.name} is not what its manifest says. Take another copy of it. Nothing was changed.`)
  const table = head.tables.find(({ name }) => !seen.some((part) => part.name === `tables/${name}`))
  if (table || seen.length !== promised.length) throw new OperatorError(`The archive is damaged: ${table?.name ?? 'a part'} is missing or was added. Take another copy of it. Nothing was changed.`)
}

function asRefusal(error: DatabaseError): Error {
  if (error instanceof OperatorError) return error
  if (error.code?.startsWith('Z_') || /Unexpected end of data|Invalid tar header|incorrect header check|unexpected end of file/i.test(error.message))
    return new OperatorError(`The archive cannot be read (${error.message}); it is damaged or no backup. Nothing was changed.`)
  if (error.code === '42501' || /row-level security/.test(error.message))
    return new OperatorError(`The database role may not write past row level security (${error.message}). Let the administrator of the server run "alter role <owner> bypassrls" for the role of DATABASE_OWNER_URL.`)
  return error
}
