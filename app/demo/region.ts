import { exclusively, keepTenant, refreshTown, type Platform, type Tenant } from '@modellregion/kernel'
import { seedNews } from './news.ts'
import { seedPeople } from './people.ts'
import { demoTowns } from './towns.ts'

/**
 * Fills the demonstration region on the first start. Each service seeds itself through its ordinary functions; a start that
 * was interrupted goes on where it stopped, because seeding is repeatable.
 */
export async function seedRegion(platform: Platform, report: (line: string) => void): Promise<void> {
  if (!platform.config.demo) return
  // Two processes that start together on an empty database would fill it twice.
  await exclusively(platform.database.pool, seedLock, async () => {
    await platform.directory.refresh()
    await fill(platform, report)
  })
}

/**
 * Writes what a start should not wait for, one service after the other, and lets the invented world go on until the signal. One process of an
 * installation does it. A failure ends it with a line; the next start goes on.
 */
export async function fillRegion(platform: Platform, report: (line: string) => void, signal: AbortSignal): Promise<void> {
  if (!platform.config.demo) return
  const towns = platform.directory.all().filter(({ id }) => demoTowns.some((town) => town.id === id))
  const demos = towns.flatMap((tenant) => platform.registry.services.flatMap(({ id, demo }) => (demo && tenant.services.includes(id) ? [{ tenant, demo }] : [])))
  await exclusively(platform.database.pool, fillLock, async () => {
    const fill = async () => {
      for (const { tenant, demo } of demos) if (!signal.aborted) await demo.fill?.(platform, tenant, report, signal)
    }
    await Promise.all([fill(), ...demos.map(({ tenant, demo }) => demo.goOn?.(platform, tenant, signal))])
  }).catch((error: Error) => {
    if (!signal.aborted) report(`The demonstration could not go on: ${error.message}`)
  })
}

const seedLock = 4_702_310_002
const fillLock = 4_702_310_005

async function fill(platform: Platform, report: (line: string) => void): Promise<void> {
  const missing = demoTowns.filter((town) => !platform.directory.byId(town.id))
  for (const town of missing) await keepTenant(platform, tenantOf(platform, town))
  if (missing.length > 0) report('Filling the demonstration region for the first time …')
  for (const tenant of platform.directory.all().filter(({ id }) => demoTowns.some((town) => town.id === id))) await seedTown(platform, tenant, report)
  for (const tenant of platform.directory.all().filter(({ id }) => missing.some((town) => town.id === id))) await refreshTown(platform, tenant, new AbortController().signal)
}

function tenantOf(platform: Platform, town: (typeof demoTowns)[number]): Tenant {
  const services = platform.registry.services.filter((service) => service.id !== 'platform' && (!service.demo?.towns || town.id in service.demo.towns))
  const names = services.flatMap((service) => {
    const name = service.demo?.towns?.[town.id]?.name
    return name ? [[service.id, name] as const] : []
  })
  return { ...town, services: services.map((service) => service.id), serviceNames: Object.fromEntries(names), locales: ['de', 'en', 'de-x-leicht'], words: {}, hosts: [`${town.id}.localhost`] }
}

async function seedTown(platform: Platform, tenant: Tenant, report: (line: string) => void): Promise<void> {
  await seedPeople(platform, tenant)
  await seedNews(platform, tenant)
  for (const service of platform.registry.services) {
    if (!service.demo || !tenant.services.includes(service.id)) continue
    const began = performance.now()
    await service.demo.seed(platform, tenant, platform.now())
    const seconds = (performance.now() - began) / 1_000
    if (seconds > 0.5) report(`  ${tenant.name}: ${service.id} (${seconds.toFixed(1)} s)`)
  }
}
