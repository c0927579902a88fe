import type { Readable } from 'node:stream'
import { newId, type UnitOfWork } from '@modellregion/kernel'
import { mostFileBytes, sealedFileBytes } from '../crypto/file.ts'
import { dayOf, onlyDay } from './only-day.ts'
import { beginAttachment, dropAttachment, findPart, finishAttachment, insertPart } from './queries/attachment.ts'
import type { Refusal } from './schema.ts'

/** What the server takes of one file, in bytes: 25 MB sealed. */
export const mostSealedBytes = sealedFileBytes(mostFileBytes)
/** Files of one case, and all of them together: eight of the longest. In sealed chunks of 64 KiB. */
const mostFiles = 100
const chunksOfOne = 401
const mostChunks = 8 * chunksOfOne
/** How much is held in memory of a file that flows through, in bytes. */
const partBytes = 1_048_576

/** A way to units of work, because a file flows through many of them: none is long, and each can be repeated. */
export type Units = { write<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>; read<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> }

/**
 * Keeps the sealed bytes of a file, part by part. They belong to the case from the first part on, so that they go with it; what stops
 * arriving is swept at night. Returns its id.
 */
export async function receiveSealed(units: Units, caseId: string, content: Readable, now: Date): Promise<{ id: string } | Refusal> {
  const id = newId(onlyDay({ now } as UnitOfWork).now)
  const begun = await units.write((unit) => beginAttachment(onlyDay(unit), { id, caseId, day: dayOf(unit), mostFiles, mostChunks, chunksOfOne }))
  if (begun === 0) {
    content.resume()
    return { status: 422, code: 'file-full' }
  }
  const size = await keepParts(units, id, content).catch(async (error: Error & { statusCode?: number }) => {
    await units.write((db) => dropAttachment(db, id))
    if (error.statusCode === 413) return 0
    throw error
  })
  const chunks = chunksOf(size)
  if (chunks === undefined) {
    await units.write((db) => dropAttachment(db, id))
    return { status: 413, code: 'file-length' }
  }
  await units.write((db) => finishAttachment(db, id, chunks))
  return { id }
}

async function keepParts({ write }: Units, id: string, content: Readable): Promise<number> {
  let [size, n, waiting] = [0, 0, [] as Buffer[]]
  let held = 0
  const flush = async () => {
    const bytes = Buffer.concat(waiting)
    ;[waiting, held] = [[], 0]
    const part = n++
    await write((db) => insertPart(onlyDay(db), id, part, bytes))
  }
  for await (const chunk of content as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    held += chunk.length
    size += chunk.length
    if (held >= partBytes) await flush()
  }
  if (held > 0) await flush()
  return size
}

/** Number of sealed chunks, when the bytes are whole ones and at least one. */
function chunksOf(size: number): number | undefined {
  const chunk = sealedFileBytes(65_536) - sealedFileBytes(0)
  const header = sealedFileBytes(0) - chunk
  const chunks = (size - header) / chunk
  return Number.isInteger(chunks) && chunks >= 1 && size <= mostSealedBytes ? chunks : undefined
}

/** The bytes again, part by part. */
export async function* sealedParts({ read }: Pick<Units, 'read'>, id: string, parts: number): AsyncGenerator<Buffer> {
  for (let n = 0; n < parts; n++) {
    const bytes = await read((db) => findPart(db, id, n))
    if (!bytes) return // erased meanwhile
    yield bytes
  }
}
