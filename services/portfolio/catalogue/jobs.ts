import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { placeShipped, refreshShelf } from './shipped.ts'

/** Puts what the platform ships on the shelf. Ordered by each town's night; the work belongs to no town, so one of them does it. */
export const placeShippedJob: Job<Record<string, never>> = defineJob({
  name: 'portfolio.place-shipped',
  payload: Type.Object({}),
  schedule: '50 1 * * *',
  oneAtATime: true,
  run: async ({ platform, tenant, now, signal }) => {
    const first = platform.directory.all().find(({ services }) => services.includes('portfolio'))
    if (first?.id !== tenant.id) return
    await placeShipped(platform, now)
    await refreshShelf(platform, now, signal)
  },
})

export const catalogueJobs: readonly Job[] = [placeShippedJob]
