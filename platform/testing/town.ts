import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Running } from '../kernel/boot/boot.ts'
import type { Platform } from '../kernel/boot/platform.ts'
import { emptyDatabase, root as projectRoot } from './database.ts'
import { openPool, readConfig, type Config } from './kernel.ts'
import { testServer } from './server.ts'
import { copyTown, townTemplate } from './town-template.ts'

/** A whole installation on a free port, with a database and a data folder of its own. */
export type Town = {
  readonly running: Running
  /** Address of a page: `url('/open-data')` in the default town, `url('/', 'hohenried')` in another. */
  url(path: string, tenant?: string): string
  close(): Promise<void>
}
export type TownOptions = {
  /** Installed services; default all. */
  services?: readonly string[]
  /** Fill it with the demonstration region; default true. */
  demo?: boolean
  now?: () => Date
  /** Another folder with `services/` and built assets; default this project. */
  root?: string
  /** Further settings of the deployment file. */
  config?: Partial<Config>
}

export async function startTown({ services, demo = true, now, root = projectRoot, config: wishes = {} }: TownOptions = {}): Promise<Town> {
  // Loaded when a town is started, not when a test merely imports this room.
  const [{ boot }, { seedRegion }, { buildClientIfNeeded }] = await Promise.all([import('../kernel/boot/boot.ts'), import('../../app/demo/region.ts'), import('../../app/build-client.ts')])
  if (root === projectRoot) buildClientIfNeeded(root)
  const dataFolder = mkdtempSync(join(tmpdir(), 'modellregion-town-'))
  // Whoever has a clock or a project of its own fills a town of its own; all others copy one that was filled once.
  const copies = demo && !now && root === projectRoot && wishes.demo !== false
  const database = copies ? await filledDatabase(services, dataFolder) : await emptyDatabase()
  const clean = async () => {
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const config: Config = {
    ...configOf(dataFolder, services, database),
    demo,
    ...wishes,
  }
  try {
    const running = await boot({ config, root, ...(now && { now }), prepare: async (opened) => void (demo && (await seedRegion(opened.platform, () => {}))) })
    return {
      running,
      url: (path, tenant) => `http://${tenant ? `${tenant}.localhost` : 'localhost'}:${running.port}${path}`,
      close: async () => {
        await running.close()
        await clean()
      },
    }
  } catch (error) {
    await clean()
    throw error
  }
}

type Addresses = { appUrl: string; ownerUrl: string; jobsUrl: string }

// The defaults of an installation without a deployment file, so that a new setting needs no change here.
const configOf = (data: string, services: readonly string[] | undefined, { appUrl, ownerUrl, jobsUrl }: Addresses): Config => ({
  ...readConfig({ env: {}, options: { config: undefined, data, port: '0', services: undefined }, root: data }),
  ...(services && { services: [...services] }),
  database: { url: appUrl, ownerUrl, jobsUrl, listenUrl: appUrl, poolSize: 10 },
  mqtt: { port: 0 },
  logLevel: 'error',
})

async function filledDatabase(services: readonly string[] | undefined, data: string): ReturnType<typeof emptyDatabase> {
  const [{ open }, { seedRegion }] = await Promise.all([import('../kernel/boot/boot.ts'), import('../../app/demo/region.ts')])
  const server = await testServer()
  const template = await townTemplate(server, services ?? ['all'], async (at, folder) => {
    const config = { ...configOf(folder, services, { appUrl: at.app, ownerUrl: at.owner, jobsUrl: at.jobs }), demo: true }
    const opened = await open({ config, root: projectRoot })
    await seedRegion(opened.platform, () => {})
      .then(() => workOff(opened.platform, at.superuser))
      .finally(() => opened.close())
  })
  return await emptyDatabase(undefined, (name) => copyTown(server, template, name, data))
}

// What filling has ordered is done once here, not again in each copy. What is meant for later waits for its time.
async function workOff(platform: Platform, superuser: string): Promise<void> {
  const { startWorker } = await import('../kernel/jobs/worker.ts')
  const [worker, connection] = [await startWorker(platform, { concurrency: 2 }), openPool(superuser, { name: 'test-work-off', size: 1 })]
  try {
    for (let left = 1; left > 0; await pause(200)) {
      const { rows } = await connection.query<{ n: number }>(`select count(*)::int as n from graphile_worker._private_jobs where run_at < now() + interval '5 seconds' and attempts < max_attempts`)
      left = rows[0]?.n ?? 0
    }
  } finally {
    await connection.end()
    await worker.stop()
  }
}

type Shared = { town: Promise<Town>; users: number }
const shared = new Map<string, Shared>()

/**
 * For journeys: one town with demonstration data for all files that run in this process, started before the first test and
 * closed after the last. Name the services that the journey meets: filling the whole region takes most of the time.
 * Call it at the top of the file; use the town inside of tests only.
 */
export function useTown({ services }: Pick<TownOptions, 'services'> = {}): { url: Town['url'] } {
  const key = services?.join() ?? 'all'
  let town: Town | undefined
  before(async () => {
    const known = shared.get(key) ?? { town: startTown({ ...(services && { services }) }), users: 0 }
    known.users++
    shared.set(key, known)
    town = await known.town
  })
  after(async () => {
    const known = shared.get(key)
    if (!known || --known.users > 0) return
    shared.delete(key)
    await (await known.town).close()
  })
  return {
    url: (path, tenant) => {
      if (!town) throw new Error('The town is there inside of tests only.')
      return town.url(path, tenant)
    },
  }
}
