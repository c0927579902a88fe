import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, type ServerAddresses } from './addresses.ts'
import { testMoment } from './clock.ts'
import { migrate, migrationRooms, openDatabase, openPool, operatorTenant, saveTenant, type Database, type MigrationRoom, type PostgresVersion, type UnitOfWork } from './kernel.ts'
import { testServer } from './server.ts'
import { testTenants } from './towns.ts'

/** A migrated database of one's own with three towns, on a real PostgreSQL. */
export type TemporaryDatabase = {
  readonly database: Database
  readonly name: string
  readonly superuserUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly jobsUrl: string
  /** One writing unit of work at the test's moment. */
  unit<T>(tenant: string, service: string, work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** One reading unit of work at the test's moment. */
  read<T>(tenant: string, service: string, work: (db: UnitOfWork) => Promise<T>): Promise<T>
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export type TemporaryDatabaseOptions = {
  /** Always an embedded server of this version; absent: DATABASE_URL when set, else 18. */
  version?: PostgresVersion
  now?: () => Date
  poolSize?: number
}

/** The project's folder. */
export const root = join(import.meta.dirname, '../..')

/** Creates a database from the migrated template (about 50 ms) and opens it. Close it at the end of the test file. */
export async function temporaryDatabase({ version, now = () => new Date(testMoment), poolSize = 8 }: TemporaryDatabaseOptions = {}): Promise<TemporaryDatabase> {
  const server = await testServer(version)
  const name = `mr_test_${randomBytes(8).toString('hex')}`
  await copyTemplate(server, await templateOf(server), name)
  const at = (role: keyof ServerAddresses) => addressOf(server[role], name)
  const database = openDatabase(openPool(at('app'), { name: 'test', size: poolSize }), new Set(['platform', ...serviceFolders().map(({ id }) => id)]))
  const enter = (access: 'read' | 'write') => <T>(tenant: string, service: string, work: (db: UnitOfWork) => Promise<T>) =>
    database.unit({ tenant, service, access, now: now() }, work)
  const close = async () => {
    await database.close()
    await asSuperuser(server, 'postgres', (client) => client.query(`drop database if exists "${name}" with (force)`))
  }
  return { database, name, superuserUrl: at('superuser'), ownerUrl: at('owner'), appUrl: at('app'), jobsUrl: at('jobs'), unit: enter('write'), read: enter('read'), close, [Symbol.asyncDispose]: close }
}

/** An empty database, for tests of the migrations themselves; or whatever `create` makes under the name it is given. */
export async function emptyDatabase(version?: PostgresVersion, create?: (name: string) => Promise<void>): Promise<Omit<TemporaryDatabase, 'database' | 'unit' | 'read'>> {
  const server = await testServer(version)
  const name = `mr_test_${randomBytes(8).toString('hex')}`
  if (create) await create(name)
  else await asSuperuser(server, 'postgres', (client) => client.query(`create database "${name}" owner ${ownerOf(server)}`))
  const at = (role: keyof ServerAddresses) => addressOf(server[role], name)
  const close = () => asSuperuser(server, 'postgres', async (client) => void (await client.query(`drop database if exists "${name}" with (force)`)))
  return { name, superuserUrl: at('superuser'), ownerUrl: at('owner'), appUrl: at('app'), jobsUrl: at('jobs'), close, [Symbol.asyncDispose]: close }
}

/** The rooms whose migrations make up the database, read from the folders: a service need not even load. */
export const testRooms = (): MigrationRoom[] => migrationRooms(serviceFolders())

function serviceFolders(): { id: string; folder: string }[] {
  const services = join(root, 'services')
  return readdirSync(services)
    .filter((id) => existsSync(join(services, id, 'migrations')))
    .sort()
    .map((id) => ({ id, folder: join(services, id) }))
}

const templates = new Map<string, Promise<string>>()

function templateOf(server: ServerAddresses): Promise<string> {
  const known = templates.get(server.superuser) ?? makeTemplate(server)
  templates.set(server.superuser, known)
  return known
}

// One number for all test processes that share a server: the first makes the template, the others wait for it.
const lock = 4_702_310_002

async function makeTemplate(server: ServerAddresses): Promise<string> {
  const rooms = testRooms()
  const name = `mr_template_${fingerprint(rooms)}`
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock])
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return
    const building = `${name}_building`
    await client.query(`drop database if exists "${building}" with (force)`)
    await client.query(`create database "${building}" owner ${ownerOf(server)}`)
    await migrate(addressOf(server.owner, building), rooms)
    const { installQueue } = await import('../kernel/jobs/install.ts') // heavy, and needed only by whoever makes the template
    await installQueue(addressOf(server.owner, building), addressOf(server.jobs, building))
    await seed(addressOf(server.app, building))
    await client.query(`alter database "${building}" rename to "${name}"`)
  })
  return name
}

async function seed(appUrl: string): Promise<void> {
  const database = openDatabase(openPool(appUrl, { name: 'test-seed', size: 1 }), new Set(['platform']))
  try {
    await database.unit({ tenant: operatorTenant, service: 'platform', access: 'write', now: new Date(testMoment) }, async (db) => {
      for (const tenant of Object.values(testTenants)) await saveTenant(db, tenant)
    })
  } finally {
    await database.close()
  }
}

// A changed migration or a changed town makes another template, so an old one is never taken by mistake.
export function fingerprint(rooms: readonly MigrationRoom[], more = ''): string {
  const hash = createHash('sha256').update(JSON.stringify(testTenants)).update(more)
  for (const { folder, name } of rooms)
    for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) hash.update(`${name}/${file}`).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}

/** Copies a database that nobody is connected to. */
export async function copyTemplate(server: ServerAddresses, template: string, name: string): Promise<void> {
  await asSuperuser(server, 'postgres', async (client) => {
    const { rows } = await client.query<{ fsync: string }>('show fsync')
    // File by file takes a tenth of the time of going through the log, unless each of those many files must reach the disk.
    const strategy = rows[0]?.fsync === 'off' ? 'file_copy' : 'wal_log'
    await client.query(`create database "${name}" owner ${ownerOf(server)} template "${template}" strategy ${strategy}`)
  })
}

export const ownerOf = (server: ServerAddresses): string => decodeURIComponent(/^postgres(?:ql)?:\/\/([^:@]+)/.exec(server.owner)?.[1] ?? 'current_user')

// One connection that is held throughout: a pool would close it after half a minute of waiting, and its session lock with it.
export async function asSuperuser<T>(server: ServerAddresses, database: string, work: (connection: Pick<Database['pool'], 'query'>) => Promise<T>): Promise<T> {
  const pool = openPool(addressOf(server.superuser, database), { name: 'test-superuser', size: 1 })
  try {
    const connection = await pool.connect()
    return await work(connection).finally(() => connection.release())
  } finally {
    await pool.end()
  }
}
