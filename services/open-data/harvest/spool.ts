import { createHash } from 'node:crypto'
import { open, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RefusalError, refuse } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'

/** A page of a source on disk: the connection to the source is over before reading begins, and its digest is known. */
export type Spooled = { file: string; digest: string; bytes: number; drop(): Promise<void> }

/** @throws RefusalError when more than `limit` bytes come; nothing is left then */
export async function spool(content: ByteSource, limit: number): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'modellregion-harvest-'))
  const file = join(folder, 'page')
  const drop = () => rm(folder, { recursive: true, force: true })
  const hash = createHash('sha256')
  const out = await open(file, 'w', 0o600)
  let bytes = 0
  try {
    for await (const part of content) {
      const chunk = typeof part === 'string' ? Buffer.from(part) : part
      bytes += chunk.length
      if (bytes > limit) throw new RefusalError(refuse('open-data.harvest.too-large', { detail: `> ${limit} bytes` }))
      hash.update(chunk)
      await out.write(chunk)
    }
    return { file, bytes, digest: hash.digest('base64url'), drop }
  } catch (error) {
    await drop()
    throw error
  } finally {
    await out.close()
  }
}
