import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { embeddedBinaries, type PostgresVersion } from './embedded-binaries.ts'
import { withClient } from './with-client.ts'
import { reachableBinaries, reachableFolder, serverAccount, socketFolder, type Account } from './server-account.ts'

/** A running embedded PostgreSQL. Addresses carry the password of one role each; nothing listens on TCP. */
export type EmbeddedServer = {
  readonly superuserUrl: (database: string) => string
  readonly ownerUrl: (database: string) => string
  readonly appUrl: (database: string) => string
  readonly jobsUrl: (database: string) => string
  readonly pid: number
  stop(): Promise<void>
}

type Secrets = { superuser: string; owner: string; app: string; jobs: string }
type Options = { folder: string; version?: PostgresVersion; settings?: Record<string, string> }

/**
 * Starts PostgreSQL in `folder`, creating the cluster and its roles on first use. A server left behind by a killed process
 * is stopped first, so that a start after SIGKILL recovers by itself.
 */
export async function startEmbeddedServer({ folder, version = 18, settings = {} }: Options): Promise<EmbeddedServer> {
  const account = serverAccount()
  const home = reachableFolder(folder, account)
  const native = reachableBinaries(embeddedBinaries(version), account)
  const cluster = join(home, 'cluster')
  const secrets = readOrMakeSecrets(join(home, 'secrets.json'))
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(native, cluster, secrets.superuser, account)
  refuseOtherVersion(cluster, version)
  await stopLeftover(native, cluster, account)
  const socket = socketFolder(home, account)
  const superuserUrl = superuserAddress(secrets, socket)
  const server = await startUntilReady(() => launch(native, cluster, socket, settings, account), superuserUrl('postgres'))
  const url = (role: string, password: string) => roleAddress(role, password, socket)
  await createRoles(superuserUrl('postgres'), secrets)
  return {
    superuserUrl,
    ownerUrl: url('modellregion_owner', secrets.owner),
    appUrl: url('modellregion_app', secrets.app),
    jobsUrl: url('modellregion_jobs', secrets.jobs),
    pid: server.pid as number,
    stop: () => stop(server),
  }
}

/** The superuser's address of a server that already runs on `folder`, for a backup beside it; nothing when none answers. */
export async function findRunningServer(folder: string): Promise<((database: string) => string) | undefined> {
  if (!existsSync(folder)) return undefined
  const account = serverAccount()
  const home = reachableFolder(folder, account)
  const secrets = join(home, 'secrets.json')
  if (!existsSync(secrets)) return undefined
  const address = superuserAddress(readOrMakeSecrets(secrets), socketFolder(home, account))
  return (await withClient(address('postgres'), async () => true).catch(() => false)) ? address : undefined
}

const roleAddress = (role: string, password: string, socket: string) => (database: string) =>
  `postgres://${role}:${password}@/${database}?host=${encodeURIComponent(socket)}`
const superuserAddress = (secrets: Secrets, socket: string) => roleAddress('postgres', secrets.superuser, socket)

/** Creates the database when it is missing; it belongs to the owner role, which is no superuser. */
export async function createDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount) return
    await client.query(`create database "${name}" owner modellregion_owner${template ? ` template "${template}"` : ''}`)
  })
}

function readOrMakeSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets // own file, written below
  const secret = () => randomBytes(24).toString('hex')
  const made = { superuser: secret(), owner: secret(), app: secret(), jobs: secret() }
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}

function initialise(native: string, cluster: string, password: string, account: Account): void {
  // A half-made cluster of an interrupted first start has no PG_VERSION yet and may be thrown away.
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  const passwordFile = `${cluster}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined) for (const path of [cluster, passwordFile]) chownSync(path, account.uid, account.gid)
  const made = spawnSync(
    join(native, 'bin/initdb'),
    ['-D', cluster, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', ...localeFlags(native)],
    { ...account, encoding: 'utf8', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } },
  )
  rmSync(passwordFile, { force: true })
  if (made.status === 0) return
  rmSync(cluster, { recursive: true, force: true })
  throw new Error(`The database could not be created in ${cluster}: ${made.stderr || made.error?.message}`)
}

// The builtin provider (17 and newer) sorts alike on every host; 16 has only the C library's own order.
function localeFlags(native: string): string[] {
  const help = spawnSync(join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return / 16\./.test(help) ? ['--locale=C'] : ['--locale-provider=builtin', '--locale=C.UTF-8']
}

function refuseOtherVersion(cluster: string, version: number): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === String(version)) return
  throw new Error(`The database in ${cluster} was made by PostgreSQL ${found}; this is ${version}. Make a backup with the old release and restore it here.`)
}

async function stopLeftover(native: string, cluster: string, account: Account): Promise<void> {
  if (!existsSync(join(cluster, 'postmaster.pid'))) return
  const running = (await control(native, ['status', '-D', cluster], account)) === 0
  if (!running) return
  await control(native, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30'], account)
}

// Not waited for in one piece: a killed server that this process started stays among the living until its end was taken note of here.
function control(native: string, args: readonly string[], account: Account): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const asked = spawn(join(native, 'bin/pg_ctl'), args, { ...account, stdio: 'ignore' })
    asked.once('error', reject)
    asked.once('close', resolve)
  })
}

type Launched = { server: ChildProcess; complaints(): string }

// Processes of a server that was killed hold its memory for a moment: PostgreSQL refuses to start beside them, rightly.
const heldMemory = 'pre-existing shared memory block'

async function startUntilReady(begin: () => Launched, url: string): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    const { server, complaints } = begin()
    try {
      await untilReady(url, server)
      return server
    } catch (error) {
      if (!complaints().includes(heldMemory)) throw error
      if (attempt === 20) throw new Error(`PostgreSQL did not start:\n${complaints()}`, { cause: error })
      await sleep(250)
    }
  }
}

function launch(native: string, cluster: string, socket: string, settings: Record<string, string>, account: Account): Launched {
  const tuned = {
    listen_addresses: '',
    unix_socket_directories: socket,
    max_connections: '120',
    shared_buffers: '256MB',
    jit: 'off', // short queries only: compiling them costs more than running them
    wal_compression: 'on',
    ...settings,
  }
  const flags = Object.entries(tuned).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A process group of its own: Ctrl-C reaches us first, and we stop the server after the last unit of work.
  const server = spawn(join(native, 'bin/postgres'), ['-D', cluster, ...flags], { ...account, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaints = ''
  server.stderr?.on('data', (text: Buffer) => (complaints = (complaints + text.toString()).slice(-4000)))
  server.once('exit', (code) => {
    if (code && !complaints.includes(heldMemory)) process.stderr.write(`PostgreSQL ended with code ${code}:\n${complaints}\n`)
  })
  return { server, complaints: () => complaints }
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    server.once('error', reject)
    server.once('close', (code) => reject(new Error(`PostgreSQL did not start (exit code ${code}).`))) // after its last words
  })
  failed.catch(() => {})
  const ready = async () => {
    for (let attempt = 0; attempt < 600; attempt++) {
      const up = await withClient(url, async () => true).catch(() => false)
      if (up) return
      await sleep(50)
    }
    throw new Error('PostgreSQL did not answer within 30 seconds.')
  }
  await Promise.race([ready(), failed])
}

async function createRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const known = await client.query(`select 1 from pg_roles where rolname = 'modellregion_jobs'`)
    if (known.rowCount) return
    // Passwords are hex, made here: no quoting needed, and role statements take no parameters.
    await client.query('begin')
    await client.query(`create role modellregion_owner login createrole password '${secrets.owner}'`)
    await client.query(`create role modellregion_app login password '${secrets.app}'`)
    await client.query(`create role modellregion_jobs login password '${secrets.jobs}'`)
    await client.query(`grant modellregion_app, modellregion_jobs to modellregion_owner with admin option`)
    await client.query('commit')
  })
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT') // fast shutdown: open transactions roll back, everything committed is flushed
  await gone
}
