import { Readable } from 'node:stream'
import { headSize, judgeContent } from './content-type.ts'
import { FileTooLarge, type FileStore, type Kept } from './store.ts'

/** A file on its way in; `ask.uploads()` yields these. */
export type IncomingFile = { name: string; declaredType: string; content: Readable }
/** Bytes that are kept, and what they are called; `recordFile` writes it down. */
export type ReceivedFile = Kept & { name: string; type: string }
/** Keys of the kernel's words, with their arguments: `say(refusal.code, refusal.args)`. */
export type FileRefusal =
  | { ok: false; code: 'files.error.too-large'; args: { name: string; max: number } }
  | { ok: false; code: 'files.error.type-mismatch'; args: { name: string } }
  | { ok: false; code: 'files.error.type-refused'; args: { name: string; formats: string } }
  | { ok: false; code: 'files.error.empty'; args: { name: string } }
  | { ok: false; code: 'files.error.interrupted'; args: { name: string } }
export type Received = { ok: true; file: ReceivedFile } | FileRefusal

export type ReceiveOptions = {
  /** Bytes. */
  limit: number
  /** Media types, or their beginnings: `image/`. Absent: all. */
  allowedTypes?: readonly string[]
}

/**
 * Streams an upload into the store: type judged by its first bytes, size while it flows. Outside of any unit of work, because
 * a stream flows once and a unit may run twice; name the result with `recordFile` in the unit.
 */
export async function receiveFile(store: FileStore, tenant: string, incoming: IncomingFile, { limit, allowedTypes }: ReceiveOptions): Promise<Received> {
  const name = plainName(incoming.name)
  const refuse = <R extends FileRefusal>(refusal: R): R => {
    incoming.content.resume() // the rest of the form must be read past it
    return refusal
  }
  try {
    const { head, rest } = await behead(incoming.content)
    if (head.length === 0) return refuse({ ok: false, code: 'files.error.empty', args: { name } })
    const judged = await judgeContent(head, name, incoming.declaredType)
    if (!judged.ok) return refuse({ ok: false, code: 'files.error.type-mismatch', args: { name } })
    if (allowedTypes && !allowedTypes.some((allowed) => (allowed.endsWith('/') ? judged.type.startsWith(allowed) : judged.type === allowed)))
      return refuse({ ok: false, code: 'files.error.type-refused', args: { name, formats: allowedTypes.join(', ') } })
    const kept = await store.put(tenant, rest, { limit })
    return { ok: true, file: { ...kept, name, type: judged.type } }
  } catch (error) {
    if (error instanceof FileTooLarge) return refuse({ ok: false, code: 'files.error.too-large', args: { name, max: limit } })
    if (isInterruption(error)) return refuse({ ok: false, code: 'files.error.interrupted', args: { name } })
    throw error
  }
}

// The first bytes, and a stream that begins with them again.
async function behead(content: Readable): Promise<{ head: Buffer; rest: Readable }> {
  const chunks: Buffer[] = []
  const iterator: AsyncIterator<Buffer> = content.iterator({ destroyOnReturn: false })
  let size = 0
  while (size < headSize) {
    const { value, done } = await iterator.next()
    if (done) break
    chunks.push(Buffer.from(value))
    size += value.length
  }
  const head = Buffer.concat(chunks)
  return { head: head.subarray(0, headSize), rest: Readable.from(joined(head, iterator)) }
}

async function* joined(head: Buffer, iterator: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  if (head.length > 0) yield head
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
}

/** The name without folders and control characters, at most 200 characters, ending kept. */
export function plainName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/\p{Cc}|\p{Cf}/gu, '').trim().replace(/^\.+/, '')
  const ending = /\.[a-z0-9]{1,10}$/i.exec(clean)?.[0] ?? ''
  return clean.length <= 200 ? clean || 'datei' : clean.slice(0, 200 - ending.length) + ending
}

const isInterruption = (error: unknown): boolean =>
  error instanceof Error && ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes((error as NodeJS.ErrnoException).code ?? '')
