import { audit, forgetFile, listHolders, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { clearAbsences, endOne, listAllConfidants, listStrayPhotos } from './queries/confidant.ts'
import { deleteVaults, listStatements } from './queries/key.ts'
import { syncOffice } from './sync.ts'
import { unitIn, type Place } from './towns.ts'

const day = 86_400_000

/**
 * Absences that are over lose their dates, whoever has lost the role or the account is no confidant any more, pictures of nobody go, and the copies
 * in served towns follow. What must hold at once is asked at each access (`confidantIn`, the role); this keeps the public list honest.
 */
export async function tidyOffice(platform: Place, tenant: string, now: Date): Promise<void> {
  const holders = new Set((await platform.database.unit({ tenant, service: 'platform', access: 'read', now }, (db) => listHolders(db, 'confidant'))).map(({ id }) => id))
  await unitIn(platform, tenant, 'write', async (db) => {
    await clearAbsences(db, localDate(now))
    await endThoseWithout(db, holders)
    for (const { id } of await listStrayPhotos(db, new Date(now.getTime() - day))) await forgetFile(db, id)
  })
  await syncOffice(platform, tenant)
}

// Whoever was named and waits for the second person has no keys yet and is left alone.
async function endThoseWithout(db: UnitOfWork, holders: ReadonlySet<string>): Promise<void> {
  const keys = await listStatements(db)
  for (const { id, homeTown, accountId, state } of await listAllConfidants(db)) {
    if (homeTown !== db.tenant || state === 'ended') continue
    if (accountId !== null && (holders.has(accountId) || !keys[id])) continue
    await endOne(db, id)
    await deleteVaults(db, [id])
    await audit(db, { action: 'confidant.end', subject: `confidant/${id}`, detail: { reason: 'role-lost' } })
  }
}
