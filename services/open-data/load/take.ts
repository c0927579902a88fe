import type { Readable } from 'node:stream'
import { enqueue, newId, receiveFile, recordFile, type Ask, type FileRefusal, type ReceivedFile, type UnitOfWork } from '@modellregion/kernel'
import type { Choices, Finding } from '../inspect/schema.ts'
import { findVersion, insertVersion, listVersionsOfFile } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { loadJob } from './job.ts'
import { mediaTypeOf, nameOfUpload } from './names.ts'

/** Whoever takes a file: a request (`ask`) or a running job (`run`). */
export type Taker = Pick<Ask, 'tenant' | 'platform' | 'now' | 'write'>

export type Taking = {
  datasetId: string
  /** The file (distribution) this is a new version of; absent: a new file. */
  distributionId?: string | undefined
  /** What has changed, for the history of the file. */
  note?: string | undefined
  choices?: Choices | undefined
  /** Id of the version that comes of it, for whoever must know it before. */
  versionId?: string | undefined
}
/** `ask.uploads()` yields such, and so does an answer of another server. */
export type IncomingUpload = { name: string; declaredType: string; content: Readable }
export type Taken = { ok: true; version: FileVersion } | { ok: false; refusal: Finding }

/** Bytes of an upload unless the deployment file says otherwise. */
const usualLimit = 2 * 1024 ** 3

/**
 * Keeps an uploaded file as the next version of its distribution and orders the job that looks at it. Streams: memory does not
 * grow with the file. Must be called outside of a unit of work, because a stream flows once.
 */
export async function takeUpload(taker: Taker, taking: Taking & { upload: IncomingUpload }): Promise<Taken> {
  const received = await keepUpload(taker, taking.upload)
  return received.ok ? await takeReceived(taker, { ...taking, file: received.file }) : received
}

/** Streams an upload into the file store, for `takeReceived`; what nobody takes goes with the nightly sweep. */
export async function keepUpload(taker: Pick<Taker, 'tenant' | 'platform'>, upload: IncomingUpload): Promise<{ ok: true; file: ReceivedFile } | { ok: false; refusal: Finding }> {
  // What the file is, looking at it tells; whether its ending fits its beginning is a finding there, no reason to lose the upload.
  const received = await receiveFile(taker.platform.files, taker.tenant.id, { ...upload, name: 'upload', declaredType: '' }, { limit: largestUpload(taker) })
  const name = nameOfUpload(upload.name)
  if (!received.ok) return { ok: false, refusal: asFinding(received, name) }
  return { ok: true, file: { ...received.file, name, type: mediaTypeOf(name, received.file.type) } }
}

/** The same for bytes that lie in the file store already, such as the copy of a harvested file. */
export async function takeReceived(taker: Pick<Taker, 'now' | 'write'>, taking: Taking & { file: ReceivedFile }): Promise<Taken> {
  const { file, datasetId, note = '', choices = {} } = taking
  const id = taking.versionId ?? newId(taker.now)
  const distributionId = taking.distributionId ?? newId(taker.now)
  return await taker.write(async (db) => {
    await recordFile(db, file, id)
    const kept = choicesOf(choices, await previous(db, distributionId))
    await insertVersion(db, { id, distributionId, datasetId, name: file.name, mediaType: file.type, sha256: file.sha256, byteSize: file.size, note, choices: kept })
    await orderLoad(db, id)
    const version = await findVersion(db, id)
    if (!version) throw new Error('The version that was just written is not there.')
    return { ok: true, version }
  })
}

/** Orders that a version is looked at (again). Several orders while one waits are one. */
export const orderLoad = (db: UnitOfWork, versionId: string): Promise<string> => enqueue(db, loadJob, { version: versionId }, { key: `load ${versionId}` })

const largestUpload = ({ platform }: Pick<Taker, 'platform'>): number => platform.config.uploads?.maxBytes ?? usualLimit

const previous = async (db: UnitOfWork, distributionId: string): Promise<FileVersion | undefined> => (await listVersionsOfFile(db, distributionId))[0]

// What people said about columns, and which part of the file they mean, holds for the next upload too; how its bytes are read does not.
function choicesOf(given: Choices, before: FileVersion | undefined): Choices {
  const { columns, tidy, sheet, layer } = before?.choices ?? {}
  return { ...(columns && { columns }), ...(tidy && { tidy }), ...(sheet && { sheet }), ...(layer && { layer }), ...given }
}

const asFinding = ({ code, args }: FileRefusal, name: string): Finding => ({
  code: `take-${code.slice('files.error.'.length)}`,
  severity: 'stop',
  values: { name, ...('max' in args && { max: Math.round(args.max / 1024 ** 2) }) },
})
