import { Type } from 'typebox'
import { audit } from '../audit/index.ts'
import type { Platform } from '../boot/platform.ts'
import type { UnitOfWork } from '../database/index.ts'
import { defineJob } from '../jobs/job.ts'
import { townIdentity } from '../identity/town-provider.ts'
import { deletionOrder } from './catalogue.ts'
import { isPersonal, type Personal } from './personal-data.ts'
import { eraseAll, forget, readCatalogue } from './person.ts'
import { deleteRowsBefore, emptyRowsBefore, listDormantAccounts, listIdsBefore } from './queries.ts'

const accounts = 'platform.account'
const day = 86_400_000

/** Ends what is kept too long, in one town. Accounts go with everything that the services know of them. Returns rows by table. */
export async function applyRetention(platform: Platform, tenant: string, now: Date): Promise<Record<string, number>> {
  const catalogue = await platform.database.unit({ tenant, service: 'platform', access: 'read', now }, readCatalogue)
  const counts: Record<string, number> = {}
  for (const service of platform.registry.services) {
    const limited = service.privacy.filter(isPersonal).filter((data) => data.table !== accounts && endOf(data, now) !== undefined)
    const order = deletionOrder(catalogue, [...new Set(limited.map(({ table }) => table))])
    limited.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
    for (const data of limited) {
      const rows = await platform.database.unit({ tenant, service: service.id, access: 'write', now }, (db) => end(db, data, now))
      if (rows > 0) counts[data.table] = (counts[data.table] ?? 0) + rows
    }
  }
  const erased = await eraseDormantAccounts(platform, tenant, now)
  if (erased > 0) counts[accounts] = erased
  if (Object.keys(counts).length > 0)
    await platform.database.unit({ tenant, service: 'platform', access: 'write', now }, (db) => audit(db, { action: 'privacy.retention', subject: `town/${tenant}`, detail: counts }))
  return counts
}

/** The column to look at and the last moment that has passed; undefined when something else decides. */
export function endOf({ retention }: Personal, now: Date): { field: string; moment: Date } | undefined {
  if (typeof retention === 'string' || 'otherwise' in retention) return undefined
  return 'until' in retention ? { field: retention.until, moment: now } : { field: retention.field, moment: new Date(now.getTime() - retention.days * day) }
}

async function end(db: UnitOfWork, data: Personal, now: Date): Promise<number> {
  const limit = endOf(data, now)
  if (!limit) return 0
  if (data.searchKind !== undefined) await forget(db, data.searchKind, await listIdsBefore(db, data.table, limit.field, limit.moment))
  return data.erasure === 'empty' ? await emptyRowsBefore(db, data.table, data.columns, limit.field, limit.moment) : await deleteRowsBefore(db, data.table, limit.field, limit.moment)
}

async function eraseDormantAccounts(platform: Platform, tenant: string, now: Date): Promise<number> {
  const declared = platform.registry.services.flatMap(({ privacy }) => privacy).filter(isPersonal).find(({ table }) => table === accounts)
  const limit = declared && endOf(declared, now)
  if (!limit) return 0
  const dormant = await platform.database.unit({ tenant, service: 'platform', access: 'read', now }, (db) => listDormantAccounts(db, limit.moment))
  let erased = 0
  for (const { id } of dormant) {
    if (await isUsedElsewhere(platform, tenant, id, limit.moment)) continue
    await eraseAll(platform, { tenant, now }, id)
    erased++
  }
  return erased
}

// Who signs in at other services with the account of the town does use it, even without ever coming by here.
async function isUsedElsewhere(platform: Platform, tenant: string, id: string, since: Date): Promise<boolean> {
  const town = platform.directory.byId(tenant)
  const identity = town && townIdentity(platform, town)
  return town !== undefined && identity !== undefined && !(await identity.isUnused(platform, town, id, since))
}

/** Every night at 02:40 UTC, once in each town. */
export const retentionJob = defineJob({
  name: 'platform.retention',
  payload: Type.Object({}),
  schedule: '40 2 * * *',
  oneAtATime: true,
  timeoutSeconds: 3_600,
  run: async ({ platform, tenant, now }) => void (await applyRetention(platform, tenant.id, now)),
})
