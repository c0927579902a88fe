import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Platform } from '@modellregion/kernel'

export type Stored = Pick<Platform, 'files' | 'now'>

/** Copies of stored tables on this machine take at most this; the least used go first. */
const largest = 8 * 1024 ** 3
/** A file that was asked within this time is not removed. */
const inUse = 15 * 60_000

const coming = new Map<string, Promise<string>>()

/** The path of a stored file on this machine, fetched from the store when it is not there yet. @throws NotFound */
export async function localFile(platform: Stored, folder: string, tenant: string, sha256: string, ending: 'parquet' | 'duckdb'): Promise<string> {
  const path = join(folder, tenant, `${sha256}.${ending}`)
  const now = platform.now()
  if (await utimes(path, now, now).then(() => true, () => false)) return path // prettier-ignore
  const known = coming.get(path)
  if (known) return await known
  const fetched = fetchTo(platform, folder, tenant, sha256, path).finally(() => coming.delete(path))
  coming.set(path, fetched)
  return await fetched
}

async function fetchTo(platform: Stored, folder: string, tenant: string, sha256: string, path: string): Promise<string> {
  await mkdir(join(folder, tenant), { recursive: true })
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await pipeline(await platform.files.get(tenant, sha256), createWriteStream(aside, { mode: 0o600 }))
    await rename(aside, path)
  } finally {
    await rm(aside, { force: true })
  }
  await makeRoom(folder, platform.now().getTime())
  return path
}

/** Removes what was not asked for longest while all together is too large. */
export async function makeRoom(folder: string, now: number, limit = largest): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = await Promise.all(entries.filter((entry) => entry.isFile() && /\.(parquet|duckdb)(\.|$)/.test(entry.name)).map(async ({ parentPath, name }) => ({ path: join(parentPath, name), ...(await sizeOf(join(parentPath, name))) })))
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { path, size, used } of files.toSorted((a, b) => a.used - b.used)) {
    if (total <= limit || used > now - inUse) return
    await rm(path, { force: true })
    total -= size
  }
}

// Another process may have removed it meanwhile.
const sizeOf = (path: string): Promise<{ size: number; used: number }> => stat(path).then(({ size, mtimeMs }) => ({ size, used: mtimeMs }), () => ({ size: 0, used: 0 })) // prettier-ignore
