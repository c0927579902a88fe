import { newId, type Platform, type Tenant } from '@modellregion/kernel'
import { takeCopies } from '../copy/take.ts'
import { harvest } from '../harvest/run.ts'
import * as queries from '../harvest/queries.ts'
import { seedPublishing } from './publishing.ts'
import { seedCommunity } from './community.ts'
import { seedShowcases } from './showcases.ts'
import { demoSources } from './sources.ts'

/** Adds the demonstration's sources, harvests those that have never been harvested to the end, and adds what was made of their data. */
export async function seed(platform: Platform, tenant: Tenant, now: Date): Promise<void> {
  const enter = { tenant: tenant.id, service: 'open-data', now } as const
  for (const source of demoSources[tenant.id] ?? []) {
    const id = newId(now)
    await platform.database.unit({ ...enter, access: 'write' }, (db) => queries.insertSource(db, { ...source, id }))
    const done = await platform.database.unit({ ...enter, access: 'read' }, async (db) => (await queries.listRuns(db, (await queries.getSource(db, source.name)).id, 20)).some((run) => run.state !== 'running'))
    if (!done) await harvest({ platform, tenant, signal: new AbortController().signal, progress: () => {} }, source.name)
  }
  await seedPublishing(platform, tenant, now)
  await seedShowcases(platform, tenant, now)
  await seedCommunity(platform, tenant, now)
  await takeCopies(platform, tenant, new AbortController().signal)
}
