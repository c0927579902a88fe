import type { Platform, Tenant } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import type { KeyStatement } from '../crypto/schema.ts'
import { de } from '../locales/de.ts'
import { listConfidants } from './queries/confidant.ts'
import { findVault, listStatements } from './queries/key.ts'
import { getSettings } from './queries/settings.ts'
import { germanDays, hoursText, isAbsent, isPresent, onDuty } from './rules.ts'
import { topicCodes, type Confidant, type DeskSelf, type Directory, type DirectoryConfidant } from './schema.ts'
import { confidantEverywhere, isServed, unitIn, type Place, type Self } from './towns.ts'

/** What the office of a town is called: as the town has decided, else as it calls the service. */
export const officeName = (tenant: Pick<Tenant, 'serviceNames'>, decided: string | null): string => decided ?? tenant.serviceNames['help-chat'] ?? de['service.title']

/** Confidants of the town who can be reached now, with their public keys; of another town's office only while both towns agree. Whoever has no keys yet is not among them. */
export async function reachableConfidants(platform: Place, tenant: string): Promise<{ confidant: Confidant; statements: KeyStatement[] }[]> {
  const { confidants, statements } = await unitIn(platform, tenant, 'read', async (db) => ({ confidants: await listConfidants(db), statements: await listStatements(db) }))
  const served = new Map<string, boolean>()
  for (const homeTown of new Set(confidants.map((one) => one.homeTown))) served.set(homeTown, homeTown === tenant || (await isServed(platform, homeTown, tenant)))
  return confidants.flatMap((confidant) => {
    const own = statements[confidant.id] ?? []
    return served.get(confidant.homeTown) && own.length > 0 ? [{ confidant, statements: own }] : []
  })
}

/** The public directory of a town's office at a moment. Nothing in it depends on who asks. */
export async function directoryOf(platform: Pick<Platform, 'database' | 'directory' | 'now'>, tenant: Tenant, now: Date): Promise<Directory> {
  const settings = await unitIn(platform, tenant.id, 'read', getSettings)
  const reachable = await reachableConfidants(platform, tenant.id)
  const { appName, exitUrl, phone, room, externalOffices, threshold, promiseHours } = settings
  const ids = new Set(reachable.map(({ confidant }) => confidant.id))
  const confidants = reachable.map((one) => entryOf(one, ids, now))
  return { tenant: tenant.id, office: officeName(tenant, settings.officeName), appName, exitUrl, phone, room, externalOffices, topics: [...topicCodes], threshold, promiseHours, confidants }
}

function entryOf({ confidant, statements }: { confidant: Confidant; statements: KeyStatement[] }, known: ReadonlySet<string>, now: Date): DirectoryConfidant {
  const { id, name, gender, photoText, unit, about, holder, hours, substituteId } = confidant
  return {
    id,
    name,
    gender,
    photo: photoPath(confidant),
    photoText,
    languages: [...confidant.languages],
    unit,
    about,
    hours: hoursText(hours, germanDays),
    windows: [...hours],
    topics: [...confidant.topics],
    onDuty: onDuty(confidant, now),
    present: isPresent(confidant, now),
    absentUntil: isAbsent(confidant, localDate(now)) ? confidant.absentUntil : null,
    substitute: substituteId !== null && known.has(substituteId) ? substituteId : null,
    holder,
    statements,
  }
}

/** Address of the picture; another picture has another address, so that it may be kept. */
export const photoPath = ({ id, photoFile }: Pick<Confidant, 'id' | 'photoFile'>): string | null => (photoFile === null ? null : `/help-chat/confidants/${id}/photo?v=${photoFile.slice(-8)}`)

/** `me` of the desk's state: what a confidant is in each town they serve, with their locked keys. Empty when the account is no confidant. */
export async function deskSelves(platform: Place, self: Self): Promise<DeskSelf[]> {
  const selves: DeskSelf[] = []
  for (const { town, townName, confidant } of await confidantEverywhere(platform, self)) {
    const { vault, statements } = await unitIn(platform, town, 'read', async (db) => ({ vault: await findVault(db, confidant.id), statements: (await listStatements(db, [confidant.id]))[confidant.id] ?? [] }))
    selves.push({ town, townName, confidant: confidant.id, name: confidant.name, vault: vault ?? null, statements })
  }
  return selves
}
