import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { forgetFile, recordFile, type JobRun, type Platform, type ReceivedFile, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { keepIndex } from '../store/queries.ts'
import { findVersion, keepLoaded, markLoading } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import type { LoadResult } from './child-schema.ts'
import { derivedId } from './derived-id.ts'
import { ChildEnded, runChild } from './run-child.ts'

/** What a load needs of the running job. */
export type LoadRun = Pick<JobRun<unknown>, 'progress' | 'signal' | 'read' | 'write' | 'attempt'> & { readonly platform: Pick<Platform, 'files'>; readonly tenant: Pick<Tenant, 'id'> }

/** Bytes of a typed copy or of the list of rejected lines; both are smaller than what they are made of. */
const largest = 4 * 1024 ** 3

/**
 * Looks at a version and makes its table. Whatever happens on the way leaves the version waiting or loading, and the repeated job
 * begins anew from the stored bytes; what is kept is kept in one unit of work.
 */
export async function loadVersion(run: LoadRun, id: string): Promise<void> {
  const version = await run.read((db) => findVersion(db, id))
  if (!version || (version.state !== 'waiting' && version.state !== 'loading')) return
  await run.write((db) => markLoading(db, id))
  const folder = await mkdtemp(join(tmpdir(), 'modellregion-load-'))
  try {
    const file = join(folder, 'upload')
    await pipeline(await run.platform.files.get(run.tenant.id, version.sha256), createWriteStream(file, { mode: 0o600 }), { signal: run.signal })
    const result = await looked(run, version, file, folder)
    await keep(run, version, result)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A file that ends the process thrice is refused in words; before that it may have been the machine. */
async function looked(run: LoadRun, { name, mediaType, choices }: FileVersion, file: string, folder: string): Promise<LoadResult> {
  try {
    return await runChild({ file, name, mediaType, choices, folder }, run.progress, run.signal)
  } catch (error) {
    if (!(error instanceof ChildEnded) || run.attempt < 3 || run.signal.aborted) throw error
    const refusal = { code: 'load-crashed', severity: 'stop' as const }
    return { state: 'refused', inspection: { kind: 'other', columns: [], findings: [refusal] }, refusal, peak: 0 }
  }
}

async function keep(run: LoadRun, version: FileVersion, { state, inspection, refusal, table }: LoadResult): Promise<void> {
  const kept = table && {
    parquet: await put(run, table.file, parquetName(version)),
    rejected: table.rejectedFile ? await put(run, table.rejectedFile, rejectedName(version)) : undefined,
    index: table.indexFile ? await put(run, table.indexFile, { name: 'index', type: 'application/octet-stream' }) : undefined,
  }
  await run.write(async (db) => {
    const now = await findVersion(db, version.id)
    // Decided otherwise meanwhile: the job that was ordered with that decision looks again.
    if (now?.state !== 'loading') return
    await replaceFile(db, derivedId(version.id, 'table'), kept?.parquet)
    await replaceFile(db, derivedId(version.id, 'rejected'), kept?.rejected)
    await replaceFile(db, derivedId(version.id, 'index'), kept?.index)
    const made = table && kept ? { file: kept.parquet.sha256, bytes: kept.parquet.size, fields: table.fields, rows: table.rows, rejected: table.rejected, rejectedFile: kept.rejected?.sha256 ?? null } : null
    await keepLoaded(db, version.id, state, { inspection, refusal: refusal ?? null, table: made })
    await keepIndex(db, version.id, kept?.index ? { file: kept.index.sha256, bytes: kept.index.size } : null)
  })
}

async function put(run: LoadRun, path: string, { name, type }: { name: string; type: string }): Promise<ReceivedFile> {
  return { ...(await run.platform.files.put(run.tenant.id, createReadStream(path), { limit: largest })), name, type }
}

async function replaceFile(db: UnitOfWork, id: string, file: ReceivedFile | undefined): Promise<void> {
  await forgetFile(db, id)
  if (file) await recordFile(db, file, id)
}

const stem = ({ name }: FileVersion): string => name.replace(/\.[^.]*$/, '')
const parquetName = (version: FileVersion) => ({ name: `${stem(version)}.parquet`, type: 'application/vnd.apache.parquet' })
const rejectedName = (version: FileVersion) => ({ name: `${stem(version)}-nicht-uebernommen.csv`, type: 'text/csv' })
