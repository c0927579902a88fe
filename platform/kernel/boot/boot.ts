import type { FastifyInstance } from 'fastify'
import { listen, migrate, openDatabase, openPool, type Applied, type MigrationRoom } from '../database/index.ts'
import { syncSubscribers } from '../events/index.ts'
import { openFiles } from '../files/index.ts'
import { readAssets } from '../http/assets.ts'
import { openLoopback } from '../http/loopback.ts'
import { buildServer } from '../http/server.ts'
import { installQueue, openQueue, startWorker } from '../jobs/index.ts'
import { openLive } from '../live/hints.ts'
import { notifyAll } from '../live/queries.ts'
import { openMailer } from '../mail/index.ts'
import { refuseUndeclaredData } from '../privacy/index.ts'
import { keepMissedSearches } from '../search/upkeep.ts'
import { openDirectory, operatorTenant } from '../tenancy/index.ts'
import { openAddresses, type Addresses } from './addresses.ts'
import { startCompanions } from './companion.ts'
import { OperatorError, type Config } from './config.ts'
import { discoverServices, migrationRooms } from './discover.ts'
import { kernelService } from './kernel-service.ts'
import type { Platform } from './platform.ts'
import { buildRegistry, type Registry } from './registry.ts'

export type Opened = { platform: Platform; addresses: Addresses; applied: readonly Applied[]; close(): Promise<void> }
export type Running = Opened & { app?: FastifyInstance; port: number }

export type BootOptions = { config: Config; root: string; now?: () => Date }

/** Database, registry, files, queue: everything but serving. For commands and for `boot`. */
export async function open({ config, root, now = () => new Date() }: BootOptions): Promise<Opened> {
  const registry = buildRegistry([kernelService(config), ...(await discoverServices(root, config.services))])
  const addresses = await openAddresses(config)
  try {
    const applied = await migrateOrExplain(addresses.ownerUrl, migrationRooms(registry.services.filter((service) => service.id !== 'platform')))
    await installQueue(addresses.ownerUrl, addresses.jobsUrl)
    const opened = await connect(config, root, registry, addresses, now)
    return { ...opened, addresses, applied }
  } catch (error) {
    await addresses.close()
    throw error
  }
}

// The operator sees which file failed and why; the cause of a faulty file is its own text.
async function migrateOrExplain(ownerUrl: string, rooms: readonly MigrationRoom[]): Promise<Applied[]> {
  try {
    return await migrate(ownerUrl, rooms)
  } catch (error) {
    throw new OperatorError(`${(error as Error).message} Nothing was changed by it. See "Updates" in docs/operations.md.`)
  }
}

async function connect(config: Config, root: string, registry: Registry, addresses: Addresses, now: () => Date): Promise<{ platform: Platform; close(): Promise<void> }> {
  const pool = openPool(addresses.appUrl, { name: `modellregion-${config.role}-${process.pid}`, size: config.database?.poolSize ?? 20 })
  const database = openDatabase(pool, new Set(registry.services.map((service) => service.id)))
  await refuseUndeclaredData(database, registry.services, now()).catch(async (refusal: Error) => {
    await database.close()
    throw refusal
  })
  const directory = await openDirectory(database, config.defaultTenant, now)
  const files = openFiles(config, now)
  const queue = openQueue(registry.jobs)
  const mailer = openMailer(config)
  const live = openLive((hints) => database.unit({ tenant: operatorTenant, service: 'platform', access: 'write', now: now() }, (db) => notifyAll(db, hints)))
  const platform: Platform = { config, registry, database, directory, files, queue, mailer, assets: readAssets(root), addresses, loopback: openLoopback(), live, now, port: registry.port }
  await syncSubscribers(platform) // before anything is published, in processes without a worker too
  const listener = listen(addresses.listenUrl, {
    channels: ['tenant', 'live'],
    onHint: (channel, payload) => (channel === 'live' ? live.onHint(payload) : void directory.refresh().catch(() => {})),
    onConnected: () => {
      void directory.refresh().catch(() => {})
      live.onConnected()
    },
  })
  const close = async () => {
    await listener.close()
    await database.close()
    await addresses.close()
  }
  return { platform, close }
}

/** Starts serving and working, as the role says. */
export async function boot(options: BootOptions & { prepare?: (opened: Opened) => Promise<void> }): Promise<Running> {
  const opened = await open(options)
  try {
    await options.prepare?.(opened)
    const { config } = options
    const app = config.role === 'worker' ? undefined : await buildServer(opened.platform)
    const port = app ? await serve(app, config) : 0
    const missed = keepMissedSearches(opened.platform)
    const worker = config.role === 'web' ? undefined : await startWorker(opened.platform)
    const companions = await startCompanions(opened.platform)
    return {
      ...opened,
      ...(app && { app }),
      port,
      close: async () => {
        await companions.stop()
        await app?.close()
        await worker?.stop()
        await missed.stop()
        await opened.close()
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function serve(app: FastifyInstance, { host, port }: Config): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new OperatorError(`Port ${port} is taken. Start with another one: npm start -- --port ${port + 1}`)
  }
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : port
}
