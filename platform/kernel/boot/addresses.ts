import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { createDatabase, findRunningServer, startEmbeddedServer } from '../database/index.ts'
import { OperatorError, type Config } from './config.ts'

/** Where the database is, for each of the process's tasks. */
export type Addresses = {
  /** Units of work. Owns nothing. */
  appUrl: string
  /** Migrations. */
  ownerUrl: string
  jobsUrl: string
  listenUrl: string
  /** Backup of the embedded server reads past row security. */
  backupUrl: string
  close(): Promise<void>
}

const databaseName = 'modellregion'

/** The operator's own server when one is configured, else the embedded one in the data folder. @throws OperatorError */
export async function openAddresses(config: Config): Promise<Addresses> {
  if (config.database) return await foreignServer(config.database)
  if (config.role !== 'all') throw new OperatorError('Several processes need a PostgreSQL of their own. Set DATABASE_URL, or start without --role.')
  const release = claimFolder(config.dataFolder)
  try {
    const server = await startEmbeddedServer({ folder: join(config.dataFolder, 'postgres') })
    await createDatabase(server.superuserUrl('postgres'), databaseName)
    return {
      appUrl: server.appUrl(databaseName),
      ownerUrl: server.ownerUrl(databaseName),
      jobsUrl: server.jobsUrl(databaseName),
      listenUrl: server.appUrl(databaseName),
      backupUrl: server.superuserUrl(databaseName),
      close: async () => {
        await server.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** The operator's address for a backup. The embedded server of a running installation is used as it is, and left running. */
export async function openBackupAddress(config: Config): Promise<{ backupUrl: string; close(): Promise<void> }> {
  if (config.database) return { backupUrl: config.database.ownerUrl, close: async () => {} }
  const running = await findRunningServer(join(config.dataFolder, 'postgres'))
  return running ? { backupUrl: running(databaseName), close: async () => {} } : await openAddresses(config)
}

async function foreignServer(database: NonNullable<Config['database']>): Promise<Addresses> {
  const client = new pg.Client({ connectionString: database.ownerUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new OperatorError(`The database in DATABASE_URL cannot be reached (${(error as Error).message}). Check host, port, user and password, and that the server runs.`)
  } finally {
    await client.end().catch(() => {})
  }
  return { appUrl: database.url, ownerUrl: database.ownerUrl, jobsUrl: database.jobsUrl, listenUrl: database.listenUrl, backupUrl: database.ownerUrl, close: async () => {} }
}

// Two processes on one data folder would stop each other's database. A claim of a dead process is taken over.
function claimFolder(folder: string): () => void {
  const claim = join(folder, 'claim')
  try {
    mkdirSync(folder, { recursive: true })
    const holder = existsSync(claim) ? Number(readFileSync(claim, 'utf8')) : undefined
    if (holder && holder !== process.pid && isOurs(holder)) throw new OperatorError(`Process ${holder} already runs on ${folder}. Stop it, or start with another folder: --data ./other`)
    writeFileSync(claim, String(process.pid))
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}). Give write access, or start with another folder: --data ./other`)
  }
  return () => rmSync(claim, { force: true })
}

function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('node')
}
