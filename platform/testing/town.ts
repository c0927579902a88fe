import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Running } from '../kernel/boot/boot.ts'
import { emptyDatabase, root as projectRoot } from './database.ts'
import { readConfig, type Config } from './kernel.ts'


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
  const database = await emptyDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'modellregion-town-'))
  const clean = async () => {
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const config: Config = {
    // The defaults of an installation without a deployment file, so that a new setting needs no change here.
    ...readConfig({ env: {}, options: { config: undefined, data: dataFolder, port: '0', services: undefined }, root: dataFolder }),
    demo,
    ...(services && { services: [...services] }),
    database: { url: database.appUrl, ownerUrl: database.ownerUrl, jobsUrl: database.jobsUrl, listenUrl: database.appUrl, poolSize: 10 },
    logLevel: 'error',
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
