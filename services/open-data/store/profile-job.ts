import { Type } from 'typebox'
import { defineJob, indexRecords, removeRecords } from '@modellregion/kernel'
import type { Host } from './engine.ts'
import { withTable } from './open-table.ts'
import { profileTable } from './profile.ts'
import * as queries from './queries.ts'
import { searchRecordOf, tableKind } from './table-record.ts'

/** Tables looked at in one run; the next run goes on. */
const perRun = 40

/** Every few minutes: published tables whose rows are new are looked at, so that they are found by what is in them. */
export const profileJob = defineJob({
  name: 'open-data.store-profile',
  payload: Type.Object({}),
  schedule: '*/5 * * * *',
  timeoutSeconds: 1_800,
  oneAtATime: true,
  run: async ({ platform, tenant, signal }) => {
    while ((await profileTables(platform, tenant.id, signal)) === perRun) signal.throwIfAborted()
  },
})

/** Looks at the tables that wait for it, and forgets those that are no longer published. Returns how many were looked at. */
export async function profileTables(platform: Host, tenant: string, signal?: AbortSignal): Promise<number> {
  const enter = (access: 'read' | 'write') => ({ tenant, service: 'open-data', access, now: platform.now() }) as const
  await platform.database.unit(enter('write'), async (db) => {
    const gone = await queries.dropOrphanProfiles(db)
    await removeRecords(db, 'open-data', tableKind, gone.map(({ id }) => id))
    await queries.dropOrphanTables(db)
  })
  const waiting = await platform.database.unit(enter('read'), (db) => queries.listUnprofiled(db, perRun))
  for (const table of waiting) {
    signal?.throwIfAborted()
    const profile = await withTable(platform, tenant, { distributionId: table.id }, async (open) => ({ fields: await profileTable(open), rows: open.rows }), 120)
    await platform.database.unit(enter('write'), async (db) => {
      await queries.putProfile(db, table, profile)
      await indexRecords(db, [searchRecordOf(table, profile)])
    })
  }
  return waiting.length
}
