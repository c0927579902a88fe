import { Type } from 'typebox'
import { defineJob, indexRecords, removeRecords, type Job, type UnitOfWork } from '@modellregion/kernel'
import { findEntry } from './queries.ts'
import { recordOf } from './record.ts'
import { commons, type Entry } from './schema.ts'

/** Makes one entry findable as it is now: in the search over the shelf when it is published, in its town's own search too. */
export const indexEntryJob: Job<{ id: string }> = defineJob({
  name: 'portfolio.index-entry',
  payload: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  run: async ({ platform, tenant, payload, now, write }) => {
    const own = await write(async (db) => {
      const entry = await findEntry(db, payload.id)
      // Only the owner's unit orders this job, so a foreign entry here is one that has changed hands by a mistake of ours.
      if (!entry) await removeRecords(db, 'portfolio', 'entry', [payload.id])
      else if (entry.town === db.tenant) await place(db, entry, tenant.name)
      return entry
    })
    await platform.database.unit({ tenant: commons, service: 'portfolio', access: 'write', now }, async (db) => {
      if (own) await place(db, own, tenant.name)
      else await removeRecords(db, 'portfolio', 'entry', [payload.id])
    })
  },
})

async function place(db: UnitOfWork, entry: Entry, offeredBy: string): Promise<void> {
  if (entry.published && entry.retiredAt === null) await indexRecords(db, [recordOf(entry, offeredBy)])
  else await removeRecords(db, 'portfolio', 'entry', [entry.id])
}

export const shelfJobs: readonly Job[] = [indexEntryJob]
