import { audit, giveRole, listHolders, revokeRole, sensitiveRoles, type Account, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { changeConfidant, endOne, getConfidant, listConfidants, putConfidant } from './queries/confidant.ts'
import { deleteVaults } from './queries/key.ts'
import type { Confidant } from './schema.ts'
import { syncOffice } from './sync.ts'
import { unitIn, type Place } from './towns.ts'

/** Who acts: the head of the office, or a confidant in their own matters. */
export type Acting = Pick<Platform, 'database' | 'directory' | 'now' | 'registry'>
export type By = { readonly tenant: string; readonly actor: string }

/** What others see of a confidant, and they may change themselves. */
export type Profile = Pick<Confidant, 'name' | 'gender' | 'languages' | 'unit' | 'about' | 'hours' | 'topics' | 'takesNew'>

export const emptyProfile = { gender: null, photoFile: null, photoText: null, languages: ['de'], unit: '', about: '', hours: [], topics: [], takesNew: true, holder: false, absentFrom: null, absentUntil: null, substituteId: null } as const

/**
 * Makes an account of the town a confidant: the profile at once, the role by two people (`waits` until the second one has agreed in the console).
 * `known` when they are one already. The id is made by the caller, so that repeating makes nobody twice.
 */
export async function appoint(platform: Acting, { tenant, actor }: By, { id, account }: { id: string; account: Pick<Account, 'id' | 'name'> }, reason: string): Promise<'given' | 'waits' | 'known'> {
  const known = await unitIn(platform, tenant, 'write', async (db) => {
    if ((await listConfidants(db)).some(({ homeTown, accountId }) => homeTown === tenant && accountId === account.id)) return true
    await putConfidant(db, { ...emptyProfile, id, homeTown: tenant, accountId: account.id, name: account.name, state: 'active' })
    await audit(db, { action: 'confidant.begin', subject: `confidant/${id}` })
    return false
  }, actor)
  if (known) return 'known'
  const wish = { accountId: account.id, role: 'confidant', reason }
  return await platform.database.unit({ tenant, service: 'platform', access: 'write', now: platform.now(), actor }, async (db) =>
    (await listHolders(db, 'confidant')).some((holder) => holder.id === account.id) ? 'given' : await giveRole(db, wish, sensitiveRoles(platform.registry.services)),
  )
}

/** Changes what others see of a confidant, here and in all towns they serve. */
export async function changeProfile(platform: Acting, by: By, id: string, change: Partial<Profile> & Partial<Pick<Confidant, 'holder' | 'photoFile' | 'photoText'>>): Promise<void> {
  await changing(platform, by, id, 'confidant.change', (db, now) => putConfidant(db, { ...now, ...change }))
}

/** Enters or ends an absence; the substitute is kept for the next one. */
export async function changeAbsence(platform: Acting, by: By, id: string, absence: Pick<Confidant, 'absentFrom' | 'absentUntil' | 'substituteId'>): Promise<void> {
  await changing(platform, by, id, absence.absentFrom === null ? 'confidant.return' : 'confidant.absence', (db) => changeConfidant(db, id, absence))
}

/** Somebody stops being a confidant: everywhere at once, with their role and their locked keys. Their public keys stay, so that what they signed can be verified. */
export async function endConfidant(platform: Acting, by: By, id: string): Promise<void> {
  const { accountId } = await unitIn(platform, by.tenant, 'read', (db) => getConfidant(db, id))
  await changing(platform, by, id, 'confidant.end', async (db) => {
    await endOne(db, id)
    await deleteVaults(db, [id])
    for (const other of await listConfidants(db)) if (other.substituteId === id) await changeConfidant(db, other.id, { substituteId: null })
  })
  if (accountId !== null) await platform.database.unit({ tenant: by.tenant, service: 'platform', access: 'write', now: platform.now(), actor: by.actor }, (db) => revokeRole(db, accountId, { role: 'confidant' }))
}

async function changing(platform: Acting, { tenant, actor }: By, id: string, action: string, work: (db: UnitOfWork, now: Confidant) => Promise<unknown>): Promise<void> {
  await unitIn(platform, tenant, 'write', async (db) => {
    await work(db, await getConfidant(db, id))
    await audit(db, { action, subject: `confidant/${id}` })
  }, actor)
  await syncOffice(platform, tenant)
}

/** Accounts of those who lead the office of a town. */
export const officeHeadsOf = (platform: Place, tenant: string): Promise<Account[]> =>
  platform.database.unit({ tenant, service: 'platform', access: 'read', now: platform.now() }, (db) => listHolders(db, 'help-office-head'))
