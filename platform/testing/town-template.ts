import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf, type ServerAddresses } from './addresses.ts'
import { asSuperuser, copyTemplate, fingerprint, ownerOf, root, testRooms } from './database.ts'

/** A filled region that towns are copied from: the name of its database and the folder with its files. */
export type TownTemplate = { database: string; data: string }

// One filling at a time of each template, others beside it. Another number than that of the migrated template: whoever fills a town makes databases of its own meanwhile.
const lock = 4_702_310

/**
 * The region filled with the demonstration of these services, filled once for all test files that share a server: filling it
 * takes most of the time of a start. `fill` is given the addresses of an empty database and an empty data folder, and leaves no connection open.
 */
export async function townTemplate(server: ServerAddresses, services: readonly string[], fill: (at: ServerAddresses, data: string) => Promise<void>): Promise<TownTemplate> {
  const key = fingerprint(testRooms(), services.join() + demonstration())
  const database = `mr_town_${key}`
  const data = join(folderOf(server), key)
  await asSuperuser(server, 'postgres', async (client) => {
    const isThere = async (): Promise<boolean> => existsSync(data) && (await client.query('select from pg_database where datname = $1', [database])).rowCount === 1
    if (await isThere()) return
    await client.query('select pg_advisory_lock($1, hashtext($2))', [lock, database])
    if (await isThere()) return
    const building = `${database}_building`
    const folder = `${data}-building`
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    await client.query(`drop database if exists "${building}" with (force)`)
    await client.query(`create database "${building}" owner ${ownerOf(server)}`)
    await fill(at(server, building), folder)
    await client.query(`drop database if exists "${database}" with (force)`)
    rmSync(data, { recursive: true, force: true })
    renameSync(folder, data)
    await client.query(`alter database "${building}" rename to "${database}"`) // from here on it is there for all
  })
  return { database, data }
}

// Servers may outlive a run: what was filled by other words or files of the demonstration is not taken for it.
const demonstration = (): string => globSync('{services/*,app}/demo/**/*.*', { cwd: root }).sort().map((file) => createHash('sha256').update(readFileSync(join(root, file))).digest('base64')).join()

/** Copies a filled region: a database of this name, and its files into the data folder. */
export async function copyTown(server: ServerAddresses, template: TownTemplate, name: string, data: string): Promise<void> {
  await copyTemplate(server, template.database, name)
  // A copy begins now: what the clock would have ordered since the filling is not made up for beside the tests.
  await asSuperuser(server, name, (client) => client.query('update graphile_worker._private_known_crontabs set last_execution = now()'))
  cpSync(template.data, data, { recursive: true })
}

const at = (server: ServerAddresses, database: string): ServerAddresses => ({
  superuser: addressOf(server.superuser, database),
  owner: addressOf(server.owner, database),
  app: addressOf(server.app, database),
  jobs: addressOf(server.jobs, database),
})

// An embedded server's own folder goes when the server goes, with everything in it.
function folderOf(server: ServerAddresses): string {
  const own = /[?&]host=([^&]+)/.exec(server.superuser)?.[1]
  const folder = own && existsSync(decodeURIComponent(own)) ? decodeURIComponent(own) : undefined
  return folder ? join(folder, '..', 'towns') : join(tmpdir(), `modellregion-towns-${createHash('sha256').update(server.superuser).digest('hex').slice(0, 12)}`)
}
