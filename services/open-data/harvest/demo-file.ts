import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { refuse, type Refusal } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import type { HarvestPlatform } from './harvest-platform.ts'

const folder = join(import.meta.dirname, '../demo/data')

/** Catalogues that come with the demonstration are read through the same path as any other; `demo:` names a file of it. */
export function openDemoFile(platform: Pick<HarvestPlatform, 'config'>, address: string): { ok: true; content: ByteSource } | { ok: false; refusal: Refusal } {
  const name = address.slice('demo:'.length)
  const file = join(folder, name)
  if (!platform.config.demo || !/^[a-z0-9-]+(\.[a-z0-9]+)+$/.test(name) || !existsSync(file)) return { ok: false, refusal: refuse('open-data.fetch.scheme-forbidden', { detail: address }) }
  const stream = createReadStream(file)
  return { ok: true, content: name.endsWith('.gz') ? stream.pipe(createGunzip()) : stream }
}
