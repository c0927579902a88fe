import { Type } from 'typebox'
import { audit, defineJob, listHolders, type Job, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { changeConfidant, clearAbsences, listAllConfidants } from './queries/confidant.ts'
import { deleteVaults, listStatements } from './queries/key.ts'
import { syncOffice } from './sync.ts'

/**
 * Every night: absences that are over lose their dates, whoever has lost the role or the account is no confidant any more, and the copies in served
 * towns follow. What must hold at once is asked at each access (`confidantIn`, the role); this keeps the public list honest.
 */
export const tidyOfficeJob = defineJob({
  name: 'help-chat.tidy-office',
  payload: Type.Object({}),
  schedule: '10 2 * * *',
  oneAtATime: true,
  run: async ({ platform, tenant, now, write }) => {
    const holders = new Set((await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, (db) => listHolders(db, 'confidant'))).map(({ id }) => id))
    await write(async (db) => {
      await clearAbsences(db, localDate(now))
      await endThoseWithout(db, holders)
    })
    await syncOffice(platform, tenant.id)
  },
})

// Whoever was named and waits for the second person has no keys yet and is left alone.
async function endThoseWithout(db: UnitOfWork, holders: ReadonlySet<string>): Promise<void> {
  const keys = await listStatements(db)
  for (const { id, homeTown, accountId, state } of await listAllConfidants(db)) {
    if (homeTown !== db.tenant || state === 'ended') continue
    if (accountId !== null && (holders.has(accountId) || !keys[id])) continue
    await changeConfidant(db, id, { state: 'ended', holder: false, takesNew: false })
    await deleteVaults(db, [id])
    await audit(db, { action: 'confidant.end', subject: `confidant/${id}`, detail: { reason: 'role-lost' } })
  }
}

export const officeJobs: readonly Job[] = [tidyOfficeJob]
