import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '../database/index.ts'
import { meter, objectPath, townFolder } from './names.ts'
import type { FileStore, Kept, StoredObject } from './store.ts'

/** Objects as files below `root`. Safe against a crash at any moment: written aside, flushed, then renamed. */
export function openDisk(root: string, now: () => Date): FileStore {
  const incoming = join(root, '.incoming')
  void removeLeftovers(incoming, now()).catch(() => {}) // of processes that were killed while they received
  const place = (tenant: string, sha256: string) => join(root, objectPath(tenant, sha256))
  return {
    put: async (tenant, content, { limit }) => {
      townFolder(tenant)
      await mkdir(incoming, { recursive: true })
      const aside = join(incoming, randomBytes(12).toString('hex'))
      try {
        const kept = await writeDurably(aside, content, limit)
        await moveInto(aside, place(tenant, kept.sha256), now())
        return kept
      } finally {
        await rm(aside, { force: true })
      }
    },
    get: async (tenant, sha256, range) => {
      const path = place(tenant, sha256)
      if (!(await known(path))) throw new NotFound()
      return createReadStream(path, range && { start: range.start, end: range.end })
    },
    stat: async (tenant, sha256) => {
      const found = await known(place(tenant, sha256))
      return found && { sha256, size: found.size, modifiedAt: found.mtime }
    },
    delete: (tenant, sha256) => rm(place(tenant, sha256), { force: true }),
    list: (tenant) => walk(join(root, townFolder(tenant))),
    check: async () => {
      try {
        await mkdir(incoming, { recursive: true })
        await rm(await probe(incoming))
        return undefined
      } catch (error) {
        return `Files cannot be written to ${root} (${(error as NodeJS.ErrnoException).code}). Give write access or free space.`
      }
    },
  }
}

const day = 24 * 3_600_000

async function removeLeftovers(incoming: string, now: Date): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    if ((await stat(path)).mtimeMs < now.getTime() - day) await rm(path, { force: true })
  }
}

async function writeDurably(path: string, content: Readable, limit: number): Promise<Kept> {
  const metered = meter(limit)
  const file = await open(path, 'wx', 0o640)
  try {
    await pipeline(content, metered, async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await file.write(chunk)
    })
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: metered.digest(), size: metered.size }
}

async function moveInto(aside: string, path: string, now: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  // The same content again: its day before the sweep begins anew.
  await rename(aside, path)
  await utimes(path, now, now)
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close()) // the name must survive a power cut too
}

const known = (path: string) => stat(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error)))

async function* walk(folder: string): AsyncIterable<StoredObject> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : Promise.reject(error)))
  for (const entry of names) {
    if (!entry.isFile()) continue
    const found = await known(join(entry.parentPath, entry.name))
    if (found) yield { sha256: entry.name, size: found.size, modifiedAt: found.mtime }
  }
}

async function probe(folder: string): Promise<string> {
  const path = join(folder, `probe-${randomBytes(6).toString('hex')}`)
  const file = await open(path, 'wx')
  await file.close()
  return path
}
