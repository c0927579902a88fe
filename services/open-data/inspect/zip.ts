import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { open as openZip, type Entry, type ZipFile } from 'yauzl'
import { limits } from './limits.ts'
import type { Finding } from './schema.ts'

export type ZipRefused = { readonly ok: false; readonly refusal: Finding }
export type ZipEntry = { readonly name: string; readonly size: number; readonly packed: number }
type Listed = { readonly ok: true; readonly entries: readonly ZipEntry[] } | ZipRefused

/** Unpacking went past what a file may unpack to. */
export class ZipBomb extends Error {
  constructor(entry: string) {
    super(`${entry} unpacks to more than it says or may.`)
    this.name = 'ZipBomb'
  }
}

/** The parts of a zip, refused when they would unpack to too much or when the list is broken. */
export async function listZip(file: string): Promise<Listed> {
  try {
    const found = await withZip(file, async (zip) => {
      const entries: ZipEntry[] = []
      await eachEntry(zip, (entry) => {
        entries.push({ name: entry.fileName, size: entry.uncompressedSize, packed: entry.compressedSize })
        return entries.length <= limits.zipEntries
      })
      return entries
    })
    const bomb = whyBomb(found)
    return bomb ? { ok: false, refusal: bomb } : { ok: true, entries: found }
  } catch {
    return { ok: false, refusal: { code: 'zip-broken', severity: 'stop' } }
  }
}

function whyBomb(entries: readonly ZipEntry[]): Finding | undefined {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const large = entries.find(({ size, packed }) => size > limits.zipEntry || (size > 50_000_000 && size > packed * limits.zipRatio))
  if (entries.length <= limits.zipEntries && total <= limits.zipTotal && !large) return undefined
  return { code: 'zip-bomb', severity: 'stop', values: { megabytes: Math.round((large?.size ?? total) / 1e6), entries: entries.length } }
}

/** Reads one part as a stream; undefined when there is none of that name. @throws ZipBomb while reading */
export async function readEntry<T>(file: string, name: string, work: (content: Readable) => Promise<T>): Promise<T | undefined> {
  return await withZip(file, async (zip) => {
    let wanted: Entry | undefined
    await eachEntry(zip, (entry) => {
      if (entry.fileName === name) wanted = entry
      return wanted === undefined
    })
    if (!wanted) return undefined
    const content = await openEntry(zip, wanted)
    return await work(content)
  })
}

/** Unpacks one part to a file. */
export const unpackEntry = (file: string, name: string, target: string): Promise<true | undefined> =>
  readEntry(file, name, async (content): Promise<true> => {
    await pipeline(content, createWriteStream(target, { mode: 0o600 }))
    return true
  })

async function withZip<T>(file: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await new Promise<ZipFile>((resolve, reject) => openZip(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true }, (error, opened) => (error ? reject(error) : resolve(opened))))
  try {
    return await work(zip)
  } finally {
    zip.close()
  }
}

function eachEntry(zip: ZipFile, take: (entry: Entry) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => (take(entry) ? zip.readEntry() : resolve()))
    zip.once('end', resolve)
    zip.once('error', reject)
    zip.readEntry()
  })
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, content) => {
      if (error) return reject(error)
      let size = 0
      const guard = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          // The list may lie about sizes; yauzl checks them too, this bounds what it lets through.
          if (size > limits.zipEntry || (size > 50_000_000 && size > entry.compressedSize * limits.zipRatio)) return done(new ZipBomb(entry.fileName))
          done(null, chunk)
        },
      })
      content.once('error', (problem) => guard.destroy(problem))
      resolve(content.pipe(guard))
    }),
  )
}
