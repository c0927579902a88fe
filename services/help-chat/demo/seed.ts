import type { Demo } from '@modellregion/kernel'
import { seedNumbers } from './numbers.ts'
import { seedOffice } from './office.ts'
import { seedCases } from './talk.ts'

/** Fills a town of the demonstration: the office of the city with its invented confidants, which also serves the village, and a few conversations. */
export const seed: Demo['seed'] = async (platform, tenant, now) => {
  await seedOffice(platform, tenant, now)
  await seedNumbers(platform, tenant, now, tenant.id === 'hohenried' ? 1 / 12 : 1)
  await seedCases(platform, tenant.id, now)
}
