import type { UnitOfWork } from '@modellregion/kernel'
import { findCodec } from '../codec/queries.ts'
import type { Decoder } from '../codec/decoder.ts'
import type { CodecSource, Decoded } from '../codec/schema.ts'
import type { KnownDevice } from './queries/device.ts'
import type { Uplink } from './schema.ts'

/** An uplink with what its codec read from it. No codec: the device has none, or none that is known. */
export type Read = { readonly uplink: Uplink; readonly codec?: CodecSource; readonly decoded?: Decoded }

/** Codecs of a town that were asked for, for as long as nothing was said about changes. */
export type Codecs = { has(id: string): boolean; get(id: string): CodecSource | undefined; find(db: UnitOfWork, id: string): Promise<CodecSource | undefined>; forget(): void }

export function openCodecs(): Codecs {
  let known = new Map<string, CodecSource>()
  return {
    has: (id) => known.has(id),
    get: (id) => known.get(id),
    find: async (db, id) => {
      // Of before somebody said that something changed: what is being read then may be old already.
      const mine = known
      const kept = mine.get(id)
      if (kept) return kept
      const found = await findCodec(db, id)
      if (found) mine.set(id, found)
      return found
    },
    forget: () => void (known = new Map()),
  }
}

/** Reads uplinks by the codecs of their devices, those of one codec together. Same order as given. */
export async function decodeAll(decoder: Decoder, uplinks: readonly { readonly uplink: Uplink; readonly device?: KnownDevice | undefined }[], codecOf: (id: string) => CodecSource | undefined): Promise<Read[]> {
  const reads: Read[] = uplinks.map(({ uplink }) => ({ uplink }))
  const lots = new Map<CodecSource, { at: number; uplink: Uplink; variables: Readonly<Record<string, string>> }[]>()
  for (const [at, { uplink, device }] of uplinks.entries()) {
    const codec = device?.codec ? codecOf(device.codec) : undefined
    if (!codec) continue
    const entry = { at, uplink, variables: device?.variables ?? {} }
    const lot = lots.get(codec)
    if (lot) lot.push(entry)
    else lots.set(codec, [entry])
  }
  await Promise.all(
    [...lots].map(async ([codec, entries]) => {
      const outputs = await decoder.decode(codec, entries.map(({ uplink: { bytes, fPort, at }, variables }) => ({ bytes, fPort, recvTime: at, variables })), 'measures')
      for (const [n, { at, uplink }] of entries.entries()) {
        const decoded = outputs[n]
        reads[at] = { uplink, codec, ...(decoded && { decoded }) }
      }
    }),
  )
  return reads
}
