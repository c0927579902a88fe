import type { Platform, UnitOfWork } from '@modellregion/kernel'
import { findAgreement, listAgreements, listServing } from './queries/agreement.ts'
import { findConfidantOf } from './queries/confidant.ts'
import { inForce } from './rules.ts'
import type { Confidant } from './schema.ts'

export type Place = Pick<Platform, 'database' | 'directory' | 'now'>
export type Self = { readonly homeTown: string; readonly accountId: string }

/** A unit of work of this service in any town: only rooms that cross towns use it, and each says why it may. `actor` only where the account is of that town. */
export const unitIn = <T>({ database, now }: Place, tenant: string, access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>, actor?: string): Promise<T> =>
  database.unit({ tenant, service: 'help-chat', access, now: now(), ...(actor !== undefined && { actor }) }, work)

const isOpen = ({ directory }: Place, town: string): boolean => directory.byId(town)?.services.includes('help-chat') === true

/** Whether an office serves a village now: both towns say so, each in its own row, and both still have this service. */
export async function isServed(platform: Place, office: string, village: string): Promise<boolean> {
  if (!isOpen(platform, office) || !isOpen(platform, village)) return false
  const ours = await unitIn(platform, office, 'read', (db) => findAgreement(db, village, 'office'))
  if (ours?.state !== 'agreed') return false
  return inForce(await unitIn(platform, village, 'read', (db) => findAgreement(db, office, 'village')), ours)
}

export type ServedTown = { readonly town: string; readonly townName: string; readonly confidants: readonly string[] }

/** Towns that an office serves now besides its own, and who of its confidants does; by name. */
export async function servedTowns(platform: Place, office: string): Promise<ServedTown[]> {
  const wanted = await unitIn(platform, office, 'read', async (db) => {
    const agreed = (await listAgreements(db)).filter(({ side, state }) => side === 'office' && state === 'agreed')
    const towns: { town: string; confidants: string[] }[] = []
    for (const { otherTown } of agreed) towns.push({ town: otherTown, confidants: await listServing(db, otherTown) })
    return towns
  })
  const served: ServedTown[] = []
  for (const { town, confidants } of wanted) if (await isServed(platform, office, town)) served.push({ town, townName: platform.directory.byId(town)?.name ?? town, confidants })
  return served.sort((a, b) => a.townName.localeCompare(b.townName, 'de'))
}

/**
 * The confidant that an account of the home town is in a town, if they serve it now: active at home and there, and where the town is another
 * one, both towns agree and the office sends this very person. The only door through which somebody from one town reaches cases of another.
 */
export async function confidantIn(platform: Place, self: Self, town: string): Promise<Confidant | undefined> {
  const atHome = await unitIn(platform, self.homeTown, 'read', async (db) => {
    const own = await findConfidantOf(db, self)
    return own && { own, sent: town === self.homeTown || (await listServing(db, town)).includes(own.id) }
  })
  if (!atHome?.sent) return undefined
  if (town === self.homeTown) return atHome.own
  if (!(await isServed(platform, self.homeTown, town))) return undefined
  return await unitIn(platform, town, 'read', (db) => findConfidantOf(db, self))
}

/** A confidant in all towns they serve now, the home town first. */
export async function confidantEverywhere(platform: Place, self: Self): Promise<{ town: string; townName: string; confidant: Confidant }[]> {
  const own = await confidantIn(platform, self, self.homeTown)
  if (!own) return []
  const all = [{ town: self.homeTown, townName: platform.directory.byId(self.homeTown)?.name ?? self.homeTown, confidant: own }]
  for (const { town, townName, confidants } of await servedTowns(platform, self.homeTown)) {
    const there = confidants.includes(own.id) ? await unitIn(platform, town, 'read', (db) => findConfidantOf(db, self)) : undefined
    if (there) all.push({ town, townName, confidant: there })
  }
  return all
}
