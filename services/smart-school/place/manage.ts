import { audit, indexRecords, removeRecords, type UnitOfWork } from '@modellregion/kernel'
import { getThing, insertThing, takeNumbers } from '../store/queries.ts'
import type { School, Thing } from '../store/schema.ts'
import { schoolHref } from './frame.ts'
import { deleteMember, insertMember, insertSchool, isSlugTaken, renameSeries, retireThing, updateSchool, updateThing, countUse } from './queries.ts'
import type { PlacedKind } from './schema.ts'

export type SchoolDetails = Omit<School, 'id'>
export const schoolKind = 'school'

/** What everybody may find about a school. */
export const indexSchool = (db: UnitOfWork, id: number, { name, slug, place, form }: Pick<School, 'name' | 'slug' | 'place' | 'form'>): Promise<number> =>
  indexRecords(db, [{ service: 'smart-school', kind: schoolKind, ref: String(id), title: name, body: [form, place].filter(Boolean).join(', '), url: schoolHref(slug), updated: db.now }])

/** A new school; its short name is part of every address. Undefined when the short name is taken. */
export async function createSchool(db: UnitOfWork, school: SchoolDetails): Promise<number | undefined> {
  // The number comes first, because whoever takes one waits for others who do: of two schools of one name the second is told.
  const id = await takeNumbers(db, 'thing')
  if (await isSlugTaken(db, school.slug)) return undefined
  await insertThing(db, { id, kind: 'school', parentId: null, schoolId: id, name: school.name })
  await insertSchool(db, { ...school, id })
  await indexSchool(db, id, school)
  await audit(db, { action: 'school.create', subject: `school/${id}` })
  return id
}

/** The short name stays: addresses, printed labels and links lead to it. */
export async function changeSchool(db: UnitOfWork, id: number, school: SchoolDetails): Promise<void> {
  await updateSchool(db, { ...school, id })
  await updateThing(db, id, { name: school.name })
  await indexSchool(db, id, school)
  await audit(db, { action: 'school.change', subject: `school/${id}` })
}

/** Takes a school out of use; its history stays. Refused while something in it is in use: its devices would go on measuring where nobody sees it any more. */
export async function retireSchool(db: UnitOfWork, { id }: Pick<School, 'id'>): Promise<'children' | 'devices' | undefined> {
  const { children, devices } = await countUse(db, id)
  if (children > 0) return 'children'
  if (devices > 0) return 'devices'
  await retireThing(db, id)
  await removeRecords(db, 'smart-school', schoolKind, [String(id)])
  await audit(db, { action: 'school.retire', subject: `school/${id}` })
  return undefined
}

export type NewPlace = { readonly kind: PlacedKind; readonly parentId: number; readonly schoolId: number; readonly name: string; readonly properties: Readonly<Record<string, unknown>> }

export async function createPlace(db: UnitOfWork, place: NewPlace): Promise<number> {
  const id = await takeNumbers(db, 'thing')
  await insertThing(db, { id, ...place })
  await audit(db, { action: 'place.create', subject: `thing/${id}`, detail: { kind: place.kind, ...protectionOf(place.properties) } })
  return id
}

/** What an audit keeps of a room's protection, and why there is none where it is usual. */
const protectionOf = ({ sealed, openReason }: Readonly<Record<string, unknown>>): Record<string, string | boolean> => ({ ...(sealed === true && { sealed }), ...(typeof openReason === 'string' && { openReason }) })

export async function changePlace(db: UnitOfWork, { id }: Pick<Thing, 'id'>, change: { name: string; properties: Readonly<Record<string, unknown>> }): Promise<void> {
  // Keys that other programs wrote by SensorThings stay, also those that came while the form was open; what the form knows is overwritten, also with nothing.
  const { name, properties } = await getThing(db, id)
  await updateThing(db, id, { name: change.name, properties: Object.fromEntries(Object.entries({ ...properties, ...change.properties }).filter(([, value]) => value !== undefined)) })
  if (name !== change.name) await renameSeries(db, id, name, change.name)
  await audit(db, { action: 'place.change', subject: `thing/${id}`, detail: protectionOf(change.properties) })
}

/** Takes a place out of use; its history stays. Refused while something in use stands in it or a device hangs there. */
export async function retirePlace(db: UnitOfWork, thing: Thing): Promise<'children' | 'devices' | undefined> {
  const { children, devices } = await countUse(db, thing.id)
  if (children > 0) return 'children'
  if (devices > 0) return 'devices'
  await retireThing(db, thing.id)
  await audit(db, { action: 'place.retire', subject: `thing/${thing.id}` })
  return undefined
}

export async function addMember(db: UnitOfWork, school: Pick<School, 'id'>, accountId: string): Promise<boolean> {
  const added = (await insertMember(db, school.id, accountId)) > 0
  if (added) await audit(db, { action: 'member.add', subject: `school/${school.id}`, detail: { account: accountId } })
  return added
}

export async function removeMember(db: UnitOfWork, school: Pick<School, 'id'>, accountId: string): Promise<void> {
  if ((await deleteMember(db, school.id, accountId)) > 0) await audit(db, { action: 'member.remove', subject: `school/${school.id}`, detail: { account: accountId } })
}
