import { Type } from 'typebox'
import type { Platform } from '../boot/platform.ts'
import { defineJob } from '../jobs/job.ts'
import type { Tenant } from '../tenancy/index.ts'
import { refreshCompounds } from './index-records.ts'
import { townsWithMissedSearches, writeMissedSearches } from './missed.ts'

const minute = 60_000

/** Takes the compounds of a town's records apart with the words it knows by now. For the night, and after a first filling. */
export async function refreshTown(platform: Platform, tenant: Tenant, signal: AbortSignal): Promise<number> {
  let changed = 0
  for (const service of platform.registry.services.filter(({ id }) => tenant.services.includes(id))) {
    let after: { kind: string; ref: string } | undefined = { kind: '', ref: '' }
    while (after) {
      signal.throwIfAborted()
      const from: { kind: string; ref: string } = after
      const lot = await platform.database.unit({ tenant: tenant.id, service: service.id, access: 'write', now: platform.now() }, (db) => refreshCompounds(db, from))
      changed += lot.changed
      after = lot.next
    }
  }
  return changed
}

export const refreshSearchJob = defineJob({
  name: 'platform.refresh-search',
  payload: Type.Object({}),
  schedule: '23 3 * * *',
  timeoutSeconds: 3_600,
  oneAtATime: true,
  run: async ({ platform, tenant, signal }) => void (await refreshTown(platform, tenant, signal)),
})

/** Writes the searches this process gathered in vain, once a minute and when it stops. */
export function keepMissedSearches(platform: Platform): { stop(): Promise<void> } {
  const write = async () => {
    for (const tenant of townsWithMissedSearches()) await platform.database.unit({ tenant, service: 'platform', access: 'write', now: platform.now() }, writeMissedSearches)
  }
  // Counts may be lost with the process; a failing database is reported by those who need it.
  const timer = setInterval(() => void write().catch(() => {}), minute)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await write().catch(() => {})
    },
  }
}
