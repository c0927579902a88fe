import type { Matter, NewsLine, Service, TodayFact } from '../boot/service.ts'
import type { Platform } from '../boot/platform.ts'
import type { UnitOfWork } from '../database/index.ts'
import type { Ask } from '../http/route.ts'
import { guest } from '../identity/actor.ts'
import { enabledServices } from './catalogue.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'actor' | 'now' | 'locale' | 'say'>
export type Gathered<T> = { found: { service: Service; item: T }[]; /** Services that failed to answer. */ missing: Service[] }

/** Own matters of the signed-in person from every service, the most urgent first. */
export async function gatherMatters(ask: Asks): Promise<Gathered<Matter>> {
  const { actor } = ask
  if (actor.id === undefined) return { found: [], missing: [] }
  const gathered = await gather(ask, (service) => service.matters && ((db) => service.matters?.(db, actor, ask.say) ?? Promise.resolve([])))
  const due = ({ item }: { item: Matter }) => item.due?.getTime() ?? Number.MAX_SAFE_INTEGER
  return { ...gathered, found: gathered.found.sort((a, b) => due(a) - due(b)) }
}

const keepFor = 60_000

/** What is true today, at most four facts. */
export const gatherToday = keptForAMinute<TodayFact>(async (ask) => {
  const { found } = await gather({ ...ask, actor: guest }, (service) => service.today && ((db) => service.today?.(db, ask.locale, ask.say) ?? Promise.resolve([])))
  return found.slice(0, 4).map(({ item }) => item)
})

/** What services tell the people of the town, the newest first. */
export const gatherNews = keptForAMinute<NewsLine>(async (ask) => {
  const { found } = await gather({ ...ask, actor: guest }, (service) => service.news && ((db) => service.news?.(db, ask.locale) ?? Promise.resolve([])))
  return found.map(({ item }) => item).filter(({ at }) => at <= ask.now).sort((a, b) => b.at.getTime() - a.at.getTime())
})

/** The front page is asked more often than what stands there changes: one answer for each town and language is kept for a minute. */
function keptForAMinute<T>(gatherNow: (ask: Asks) => Promise<T[]>): (ask: Asks) => Promise<T[]> {
  const kept = new WeakMap<Platform, Map<string, { until: number; items: Promise<T[]> }>>()
  return async (ask) => {
    const { platform, tenant, locale, now } = ask
    const known = kept.get(platform) ?? new Map<string, { until: number; items: Promise<T[]> }>()
    kept.set(platform, known)
    const key = `${tenant.id} ${locale} ${tenant.services.join()}`
    const before = known.get(key)
    if (before && before.until > now.getTime() && before.until - now.getTime() <= keepFor) return await before.items
    const items = gatherNow(ask)
    known.set(key, { until: now.getTime() + keepFor, items })
    return await items
  }
}

// Each service is asked in a unit of its own, as itself. One that fails leaves a gap and does not take the page with it.
async function gather<T>(ask: Asks, workOf: (service: Service) => ((db: UnitOfWork) => Promise<T[]>) | undefined): Promise<Gathered<T>> {
  const { platform, tenant, actor, now } = ask
  const asked = enabledServices(ask).flatMap((service) => {
    const work = workOf(service)
    return work ? [{ service, work }] : []
  })
  const answers = await Promise.allSettled(
    asked.map(({ service, work }) => platform.database.unit({ tenant: tenant.id, service: service.id, access: 'read', now, ...(actor.id !== undefined && { actor: actor.id }) }, work)),
  )
  return {
    found: asked.flatMap(({ service }, at) => {
      const answer = answers[at]
      return answer?.status === 'fulfilled' ? answer.value.map((item) => ({ service, item })) : []
    }),
    missing: asked.filter((_, at) => answers[at]?.status === 'rejected').map(({ service }) => service),
  }
}
