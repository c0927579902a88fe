import { setTimeout } from 'node:timers/promises'
import { guardedFetch, guardedFetchAll, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { setVitality } from '../shelf/queries.ts'
import { keepPubliccode, nextNight, ownSoftware } from './keep.ts'
import { countFailure, keepWatch, listDueWatches, type Watch } from './queries.ts'
import { readAddress } from './read-address.ts'
import { checkPubliccode } from './rules/check.ts'
import { publiccodeOf } from './rules/entry.ts'
import { commitsAddress, lastCommitIn } from './rules/repository.ts'
import { unreached, vitalityOf } from './rules/vitality.ts'
import type { Publiccode } from './schema.ts'

type Crawl = { readonly platform: Platform; readonly tenant: Tenant; readonly now: Date; readonly signal: AbortSignal; readonly write: <T>(work: (db: UnitOfWork) => Promise<T>) => Promise<T>; /** Milliseconds between two calls to one host. */ readonly pause?: number }

/** Entries of one night and town; the rest comes the next night. */
const mostAtOnce = 500
const days = 86_400_000
const politePause = 1_000

/**
 * Reads the town's files again, one after the other, and says how alive each program is. Returns how many were read and how many
 * failed. A surprise with one file leaves the others their turn. @throws AggregateError with all surprises of the night
 */
export async function crawl(run: Crawl): Promise<{ read: number; failed: number }> {
  const due = await run.write((db) => listDueWatches(db, mostAtOnce))
  const count = { read: 0, failed: 0 }
  const politely = politeness(run.pause ?? politePause, run.signal)
  const surprises: unknown[] = []
  for (const watch of due) {
    run.signal.throwIfAborted()
    try {
      count[await rereadOne(run, watch, politely)] += 1
    } catch (error) {
      run.signal.throwIfAborted()
      surprises.push(error)
      await run.write((db) => countFailure(db, watch.entryId, new Date(run.now.getTime() + waitAfter(watch.failures))))
    }
  }
  if (surprises.length > 0) throw new AggregateError(surprises, `${surprises.length} files of ${run.tenant.id} could not be dealt with.`)
  return count
}

/** Waits before a call until enough time has passed since the last one to its host. */
type Politely = (address: string) => Promise<void>

function politeness(pause: number, signal: AbortSignal): Politely {
  const next = new Map<string, number>()
  return async (address) => {
    const { host } = new URL(address)
    const wait = (next.get(host) ?? 0) - performance.now()
    if (wait > 0) await setTimeout(wait, undefined, { signal })
    next.set(host, performance.now() + pause)
  }
}

/** One reading: renewed, unchanged or failed; each leaves its trace in the entry. */
async function rereadOne(run: Crawl, watch: Watch, politely: Politely): Promise<'read' | 'failed'> {
  const { platform, signal, now } = run
  await politely(watch.address)
  const file = await readAddress(watch.address, { platform, signal, etag: watch.etag, plain: true })
  if (!file.ok) return await fail(run, watch, file.refusal.reason)
  const fresh = file.unchanged ? undefined : checkPubliccode(file.bytes).publiccode
  if (!file.unchanged && !fresh) return await fail(run, watch, 'invalid')
  const known = await run.write((db) => ownSoftware(db, watch.entryId))
  const publiccode = fresh ?? (known && publiccodeOf(known))
  if (!known || !publiccode) return await fail(run, watch, 'invalid')
  const facts = { lastCommit: await lastCommit(run, publiccode, politely), reachable: await answers(run, publiccode, politely) }
  await run.write(async (db) => {
    // A file that names another repository now would become another entry: it goes on under the one it is known by.
    if (fresh) await keepPubliccode(db, { id: known.id, publiccode: { ...fresh, url: known.itemRef ?? fresh.url }, published: known.published, address: watch.address, etag: file.etag, facts })
    else {
      await setVitality(db, known.id, vitalityOf(publiccode, { today: localDate(now), ...facts }))
      await keepWatch(db, { entryId: known.id, address: watch.address, etag: watch.etag, nextAt: nextNight(now) })
    }
  })
  return 'read'
}

/** Waits a day after the first failure, then twice as long each time, a month at most. */
export const waitAfter = (failures: number): number => Math.min(2 ** failures, 30) * days - 4 * 3_600_000

async function fail({ write, now }: Crawl, watch: Watch, reason: string): Promise<'failed'> {
  await write(async (db) => {
    const entry = await ownSoftware(db, watch.entryId)
    if (entry) await setVitality(db, entry.id, unreached(entry.vitality, localDate(now), reason))
    await countFailure(db, watch.entryId, new Date(now.getTime() + waitAfter(watch.failures)))
  })
  return 'failed'
}

/** Whether repository and page answer at all; one that is down is no sign of death by itself. */
async function answers({ platform, signal }: Crawl, { url, landingURL }: Publiccode, politely: Politely): Promise<boolean | undefined> {
  const asked = [url, landingURL].filter((address) => address !== undefined).filter((address) => /^https?:/i.test(address))
  if (asked.length === 0) return undefined
  for (const address of asked) {
    await politely(address)
    const answer = await guardedFetch(address, { signal, allow: platform.config.harvest?.allow ?? [], timeout: 10_000, maxBytes: 1_000_000 })
    if (!answer.ok) return false
    await answer.discard()
  }
  return true
}

async function lastCommit({ platform, signal }: Crawl, { url }: Publiccode, politely: Politely): Promise<string | undefined> {
  const address = commitsAddress(url)
  if (address === undefined) return undefined
  await politely(address)
  const answer = await guardedFetchAll(address, { signal, allow: platform.config.harvest?.allow ?? [], timeout: 10_000, accept: 'application/json' })
  if (!answer.ok) return undefined
  try {
    return lastCommitIn(JSON.parse(Buffer.from(answer.bytes).toString('utf8')))
  } catch {
    // A forge that answers with a page instead of JSON tells nothing.
    return undefined
  }
}
