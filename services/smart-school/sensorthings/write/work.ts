import type { UnitOfWork } from '@modellregion/kernel'
import { mayHear, type Caller } from '../caller.ts'
import { isSeries, type EntityName } from '../model.ts'
import type { NewObservation } from '../../store/schema.ts'
import { findOwner, listSchoolsUsing, type Owner } from '../queries/write.ts'
import { refusal } from '../refusal.ts'

/** A writing request: its unit, who asks, and what it has changed so far. */
export type Work = {
  readonly db: UnitOfWork
  readonly caller: Caller
  readonly changed: Map<Exclude<EntityName, 'Observation'>, Set<number>>
  readonly observations: Pick<NewObservation, 'seriesId' | 'at' | 'seq'>[]
  readonly schools: Set<number>
}

export const openWork = (db: UnitOfWork, caller: Caller): Work => ({ db, caller, changed: new Map(), observations: [], schools: new Set() })

export function noteChange({ changed }: Work, entity: Exclude<EntityName, 'Observation'>, id: number): void {
  const ids = changed.get(entity) ?? new Set<number>()
  changed.set(entity, ids.add(id))
}

/** An entity that a body or an address names. @throws Refusal when there is none, or not for this caller */
export async function getNamed({ db, caller }: Work, entity: Exclude<EntityName, 'Observation'>, id: number, status = 400): Promise<Owner> {
  const owner = await findOwner(db, entity, id)
  const other = owner && isSeries(entity) && (owner.multi !== (entity === 'MultiDatastream') || !mayHear(caller, { audience: owner.audience as 'public' | 'school' | 'staff' | 'sealed', schoolId: owner.schoolId })) // the column's check says so
  if (!owner || other) throw status === 404 ? refusal(404, 'not-found', `There is no ${entity} ${id}.`) : refusal(status, 'body', `There is no ${entity} with "@iot.id" ${id}.`)
  return owner
}

const managed = (entity: EntityName) => refusal(403, 'managed', `This ${entity} is the platform's own: rooms, devices and what they measure are changed in the console. Create one of your own beside it.`)

/** A credential of one school writes nothing at another. @throws Refusal 403 */
export function demandSchool({ caller }: Work, entity: EntityName, schoolId: number | null): void {
  if (caller.schoolId !== null && schoolId !== caller.schoolId) throw refusal(403, 'other-school', `This ${entity} belongs to another school, or to the town. Your credential is for one school.`)
}

/** Whether the caller may change an entity. What all schools share, a credential of one school changes only while no other uses it. @throws Refusal 403 */
export async function demandChangeable(work: Work, entity: EntityName, owner: Owner): Promise<void> {
  if (owner.own) throw managed(entity)
  if (entity === 'Thing' || isSeries(entity) || entity === 'HistoricalLocation') demandSchool(work, entity, owner.schoolId)
  else if (entity !== 'Observation' && work.caller.schoolId !== null) for (const school of await listSchoolsUsing(work.db, entity, owner.id)) demandSchool(work, entity, school)
}

/** A Thing at which a series of somebody else's may be. In a sealed room nobody's values could be shown. @throws Refusal 403 */
export async function getPlaceForSeries(work: Work, thingId: number): Promise<Owner> {
  const thing = await getNamed(work, 'Thing', thingId)
  demandSchool(work, 'Thing', thing.schoolId)
  if (thing.sealed) throw refusal(403, 'sealed', 'Single values of this room are shown to nobody, so no Datastream can be created here.')
  return thing
}
