import { audit } from '@modellregion/kernel'
import { listAgreements, listServing } from './queries/agreement.ts'
import { endCopies, forgetCopies, listAllConfidants, listConfidants, listCopiesOf, putConfidant } from './queries/confidant.ts'
import { deleteVaults } from './queries/key.ts'
import type { Confidant } from './schema.ts'
import { isServed, unitIn, type Place } from './towns.ts'

/**
 * Brings the copies of an office's confidants in all towns it serves, or served, to the state at home. After each change at home, and every
 * night, so that an interrupted change does not stay half done. Where an agreement is over, the copies end. Locked keys stay while their owner is a
 * confidant at home: whoever serves a town again goes on with the same chain of keys, because nobody can begin a second one.
 */
export async function syncOffice(platform: Place, office: string): Promise<void> {
  const { confidants, known, villages } = await unitIn(platform, office, 'read', async (db) => {
    const towns: { town: string; sent: string[] }[] = []
    for (const { side, otherTown } of await listAgreements(db)) if (side === 'office') towns.push({ town: otherTown, sent: await listServing(db, otherTown) })
    const all = await listAllConfidants(db)
    return { confidants: await listConfidants(db), known: all.flatMap(({ id, accountId }) => (accountId === null ? [] : [id])), villages: towns }
  })
  for (const { town, sent } of villages) {
    if (!platform.directory.byId(town)) continue
    const own = confidants.filter(({ homeTown }) => homeTown === office)
    await syncVillage(platform, office, town, (await isServed(platform, office, town)) ? own.filter(({ id }) => sent.includes(id)) : [], { known, active: own.map(({ id }) => id) })
  }
}

async function syncVillage(platform: Place, office: string, village: string, sent: readonly Confidant[], home: { known: readonly string[]; active: readonly string[] }): Promise<void> {
  const ids = new Set(sent.map(({ id }) => id))
  await unitIn(platform, village, 'write', async (db) => {
    const copies = await listCopiesOf(db, office)
    const before = new Set(copies.filter(({ state }) => state === 'active').map(({ id }) => id))
    // A substitute who does not serve the village cannot read there.
    for (const one of sent) await putConfidant(db, { ...one, substituteId: one.substituteId !== null && ids.has(one.substituteId) ? one.substituteId : null })
    const ended = (await endCopies(db, office, [...ids])).map(({ id }) => id)
    await deleteVaults(db, copies.map(({ id }) => id).filter((id) => !home.active.includes(id)))
    await forgetCopies(db, office, home.known)
    const begun = [...ids].filter((id) => !before.has(id))
    for (const id of begun) await audit(db, { action: 'confidant.begin', subject: `confidant/${id}`, detail: { office } })
    for (const id of ended) await audit(db, { action: 'confidant.end', subject: `confidant/${id}`, detail: { office } })
  })
}
