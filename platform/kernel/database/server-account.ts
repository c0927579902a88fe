import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Account = { uid: number; gid: number } | Record<string, never>

// PostgreSQL refuses to run as root. When root starts the platform, the server gets an unprivileged account of its own.
const accountNames = ['modellregion-db', 'postgres']

/** The account under which the embedded server runs: the caller's own, or for root an unprivileged system account. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const known = accountNames.map(lookUp).find((account) => account !== undefined)
  if (known) return known
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'modellregion-db'])
  const made = lookUp('modellregion-db')
  if (made) return made
  throw new Error('PostgreSQL does not run as root, and no system account could be created. Start as an ordinary user, or set DATABASE_URL.')
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** Binaries that the account can execute: the installed ones, or a copy when a parent folder is closed to it (a clone in root's home). */
export function reachableBinaries(native: string, account: Account): string {
  if (canRun(native, account)) return native
  const copy = join('/var/tmp', `modellregion-postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`)
  if (existsSync(copy) && canRun(copy, account)) return copy
  rmSync(copy, { recursive: true, force: true })
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  if (canRun(copy, account)) return copy
  throw new Error(`The embedded PostgreSQL in ${native} cannot be executed here. Set DATABASE_URL to a PostgreSQL 16 or newer.`)
}

/** A folder the account can write: the wanted one, or one under /var/tmp when a parent folder is closed to it. */
export function reachableFolder(wanted: string, account: Account): string {
  mkdirSync(wanted, { recursive: true, mode: 0o700 })
  if (account.uid === undefined) return wanted
  chownSync(wanted, account.uid, account.gid)
  if (spawnSync('test', ['-w', wanted], account).status === 0) return wanted
  const moved = join('/var/tmp', `modellregion-data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
  mkdirSync(moved, { recursive: true, mode: 0o700 })
  chownSync(moved, account.uid, account.gid)
  return moved
}

/** Unix socket paths end at 107 bytes; a deep data folder gets its socket under the temporary folder instead. */
export function socketFolder(dataFolder: string, account: Account): string {
  const near = join(dataFolder, 'socket')
  const folder = near.length < 80 ? near : join(tmpdir(), `mr-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
  return folder
}

function canRun(native: string, account: Account): boolean {
  return spawnSync(join(native, 'bin/postgres'), ['--version'], account).status === 0
}
