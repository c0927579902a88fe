import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const inMemory = '/dev/shm'
const prefix = 'modellregion-run-'
const tmpfs = 0x01021994 // TMPFS_MAGIC, man 2 statfs
/** All filled towns with what lies in their folders take about 1 GiB; the rest is for copies of the project and for safety. */
const needed = 4 * 2 ** 30

/**
 * A folder in memory for the files of one test run, or undefined where there is none or too little room. Each test database is
 * a copy of 1,700 small files: that takes a tenth of a second in memory, and over two on some disks.
 */
export function scratchFolder(): string | undefined {
  if (!existsSync(inMemory)) return undefined
  sweep()
  const { type, bavail, bsize } = statfsSync(inMemory)
  if (type !== tmpfs || bavail * bsize < needed || freemem() < needed) return undefined
  const folder = join(inMemory, `${prefix}${process.pid}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Gives the memory back. The database server's folder is left to the server, which removes it once it has stopped. */
export function clearScratch(folder: string): void {
  for (const name of readdirSync(folder)) if (!name.startsWith('modellregion-test-')) rmSync(join(folder, name), { recursive: true, force: true })
}

// What runs left behind that were killed.
function sweep(): void {
  for (const name of readdirSync(inMemory)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : 0
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(inMemory, name), { recursive: true, force: true })
  }
}
