import { Readable } from 'node:stream'
import { findFile, receiveFile, recordFile, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { keepStoredFile, showVersion } from '../dataset/queries.ts'
import type { Refusal } from '../dcat/refusals.ts'
import { RefusalError, refuse } from '../dcat/refusals.ts'
import { demoCopies } from '../demo/copies.ts'
import { guardedFetch } from '../fetch/guarded-fetch.ts'
import { openDemoFile } from '../harvest/demo-file.ts'
import { takeReceived } from '../load/take.ts'
import { previewFile } from '../preview/preview.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { fileTypes } from '../vocabulary/lists.ts'
import { markPublished } from '../version/queries.ts'
import { keepPreview, listUntabled, listWanted, type Wanted } from './queries.ts'

const largestCopy = 100 * 1024 * 1024

/** Takes copies of the files that are wanted, one after the other. A file that cannot be had leaves its reason. */
export async function takeCopies(platform: Platform, tenant: Tenant, signal: AbortSignal): Promise<number> {
  const enter = (access: 'read' | 'write') => ({ tenant: tenant.id, service: 'open-data', access, now: platform.now() })
  const wanted = await platform.database.unit(enter('read'), (db) => listWanted(db, 500))
  for (const file of wanted) {
    signal.throwIfAborted()
    const refusal = await takeCopy(platform, tenant, file, signal)
    if (refusal) await platform.database.unit(enter('write'), (db) => keepPreview(db, file.id, '', { refusal }))
  }
  for (const file of await platform.database.unit(enter('read'), (db) => listUntabled(db, 500))) await platform.database.unit(enter('write'), (db) => takeAsTable(db, file))
  return wanted.length
}

// A copy goes the way of an upload: it is looked at and becomes a typed table, whose first version it is.
async function takeAsTable(db: UnitOfWork, { id, datasetId }: { id: string; datasetId: string }): Promise<void> {
  const file = await findFile(db, id)
  if (!file) return
  const taken = await takeReceived({ now: db.now, write: (work) => work(db) }, { datasetId, distributionId: id, file })
  if (!taken.ok) return
  await markPublished(db, [taken.version.id])
  await showVersion(db, id, taken.version.id)
}

async function takeCopy(platform: Platform, tenant: Tenant, file: Wanted, signal: AbortSignal): Promise<Refusal | undefined> {
  const opened = await open(platform, file.url, signal)
  if (!opened.ok) return opened.refusal
  const name = nameOf(file)
  const received = await receive(platform, tenant, name, opened.content)
  if (!received.ok) return received.refusal
  const { sha256, size } = received.file
  const format = fileTypes.concepts.find(({ code }) => code === file.format)?.uri
  const result = await previewFile(await platform.files.get(tenant.id, sha256), format, { rows: 50 })
  await platform.database.unit({ tenant: tenant.id, service: 'open-data', access: 'write', now: platform.now() }, async (db) => {
    await recordFile(db, received.file, file.id)
    await keepStoredFile(db, file.id, sha256, size)
    await keepPreview(db, file.id, sha256, result.ok ? { preview: result.preview } : { refusal: result.refusal })
  })
  return undefined
}

async function open(platform: Platform, url: string, signal: AbortSignal): Promise<{ ok: true; content: ByteSource } | { ok: false; refusal: Refusal }> {
  const demo = platform.config.demo ? demoCopies[url] : undefined
  if (demo) return openDemoFile(platform, demo)
  const fetched = await guardedFetch(url, { signal, maxBytes: largestCopy, allow: platform.config.harvest?.allow ?? [] })
  return fetched.ok ? { ok: true, content: fetched.body } : fetched
}

async function receive(platform: Platform, tenant: Tenant, name: string, content: ByteSource) {
  try {
    const received = await receiveFile(platform.files, tenant.id, { name, declaredType: typeOf(name), content: Readable.from(content) }, { limit: largestCopy })
    return received.ok ? received : { ok: false as const, refusal: refuse('open-data.preview.unsupported', { detail: received.code }) }
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false as const, refusal: error.refusal }
    throw error
  }
}

const nameOf = ({ name, format }: Wanted): string => `${name}.${format.toLowerCase()}`
const typeOf = (name: string): string => (name.endsWith('.csv') ? 'text/csv' : name.endsWith('.geojson') ? 'application/geo+json' : name.endsWith('.json') ? 'application/json' : 'text/tab-separated-values')
