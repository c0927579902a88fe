import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import type { Config } from '../boot/config.ts'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import { openDirectory } from '../tenancy/index.ts'
import type { Subscriber } from '../events/event.ts'
import { openFiles } from '../files/open.ts'
import { openMailer } from '../mail/open.ts'
import { installQueue } from './install.ts'
import type { Job } from './job.ts'
import { kernelJobs } from './kernel-jobs.ts'
import { openQueue } from './queue.ts'

export type TestPlatform = { platform: Platform; temporary: TemporaryDatabase; folder: string; close(): Promise<void> }
export type Urls = { jobsUrl: string; ownerUrl: string; superuserUrl: string; appUrl: string }

export const testConfig = (dataFolder: string, more: Partial<Config> = {}): Config => ({
  demo: true, port: 0, host: '127.0.0.1', dataFolder, role: 'all', development: false, https: false, logLevel: 'silent', ...more,
}) // prettier-ignore

/** A platform of the rooms under test alone: database, queue, files, mail. Jobs and subscribers belong to the kernel. */
export async function testPlatform(jobs: readonly Job[] = [], subscribers: readonly Subscriber[] = [], config: Partial<Config> = {}): Promise<TestPlatform> {
  const temporary = await temporaryDatabase({ now: () => new Date() })
  await installQueue(temporary.ownerUrl, temporary.jobsUrl)
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-test-'))
  const platform = await assemble(temporary.database, temporary, testConfig(folder, config), jobs, subscribers)
  const close = async () => {
    await temporary.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { platform, temporary, folder, close }
}

export async function assemble(database: Platform['database'], urls: Urls, config: Config, jobs: readonly Job[], subscribers: readonly Subscriber[] = []): Promise<Platform> {
  const now = () => new Date()
  const service = { id: 'platform' } as Service // the rooms under test ask for nothing else
  const known = [...kernelJobs, ...jobs].map((job) => ({ service, job }))
  return {
    config,
    database,
    now,
    directory: await openDirectory(database, undefined, now),
    files: openFiles(config, now),
    queue: openQueue(known),
    mailer: openMailer(config),
    addresses: { ...urls, listenUrl: urls.appUrl, backupUrl: urls.superuserUrl, close: async () => {} },
    registry: { services: [service], byId: () => service, routes: [], jobs: known, subscribers: subscribers.map((subscriber) => ({ service, subscriber })), port: () => undefined },
    port: () => undefined,
  } as unknown as Platform // no pages here, so no assets
}

/** Asks until the answer is there. @throws after `seconds` */
export async function eventually<T>(ask: () => Promise<T | undefined | false>, seconds = 10): Promise<T> {
  const giveUp = Date.now() + seconds * 1_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > giveUp) throw new Error(`Nothing after ${seconds} seconds.`)
    await sleep(25)
  }
}
