import { Type } from 'typebox'
import { NotFound, refuse, type Actor, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { reachOfActor } from '../../protection/reach.ts'
import { actsAt, worksFor, type Reach } from '../../protection/rules.ts'
import type { School, Thing } from '../../store/schema.ts'
import { getSchool, getSchoolById, getThing } from '../../store/queries.ts'
import type { Signer } from '../act.ts'
import { waterOf, type GroupState, type WaterState } from '../read.ts'

export const BySlug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 80 }) })
export const ByGroup = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })

/** The outlet group of an address. @throws NotFound also for things of another kind */
export async function groupThing(db: UnitOfWork, { id }: { id: number }): Promise<Thing & { schoolId: number }> {
  const thing = await getThing(db, id)
  if (thing.kind !== 'outlet-group' || thing.schoolId === null) throw new NotFound(`outlet-group/${id}`)
  return { ...thing, schoolId: thing.schoolId }
}

/** A school's water for whoever works there; undefined for everybody else. `acts`: whether they sign and plan there. */
export async function ownSchool(db: UnitOfWork, actor: Actor, where: string | number, now: Date): Promise<(WaterState & { school: School; reach: Reach; acts: boolean }) | undefined> {
  const school = typeof where === 'string' ? await getSchool(db, where) : await getSchoolById(db, where)
  const reach = await reachOfActor(db, actor)
  return worksFor(reach, school.id) ? { school, reach, acts: actsAt(reach, school.id), ...(await waterOf(db, school, now)) } : undefined
}

/** The same for whoever signs and plans there. */
export async function actingSchool(...[db, actor, where, now]: Parameters<typeof ownSchool>): ReturnType<typeof ownSchool> {
  const found = await ownSchool(db, actor, where, now)
  return found?.acts === true ? found : undefined
}

/** A school's water as `ownSchool`, for one outlet group. */
export async function ownGroup(db: UnitOfWork, actor: Actor, thing: { id: number; schoolId: number }, now: Date): Promise<{ school: School; state: GroupState; freeDays: ReadonlySet<string>; acts: boolean } | undefined> {
  const found = await ownSchool(db, actor, thing.schoolId, now)
  const state = found?.groups.find(({ group }) => group.id === thing.id)
  return found && state && { school: found.school, state, freeDays: found.freeDays, acts: found.acts }
}

/** The same for whoever signs and plans there. */
export async function actingGroup(...[db, actor, thing, now]: Parameters<typeof ownGroup>): ReturnType<typeof ownGroup> {
  const found = await ownGroup(db, actor, thing, now)
  return found?.acts === true ? found : undefined
}

export const notYours = (ask: Pick<Ask, 'say'>): Answer => {
  const t = ask.say(words)
  return refuse(403, 'smart-school.water.not-yours', t('water.not-yours'), { label: t('water.not-yours-next'), href: '/smart-school' })
}

/** Whoever signs: the access rule lets nobody in who has not signed in. */
export function signerOf({ id, name }: Actor): Signer {
  if (id === undefined) throw new Error('water.sign was allowed to a guest; see access.ts.')
  return { id, name: name ?? id }
}
