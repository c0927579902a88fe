import { mayRead, worksFor, type Reach } from '../../protection/rules.ts'
import { isQuantity, quantityOf, type QuantityId } from '../../quantity/quantity.ts'
import type { Audience } from '../../store/schema.ts'
import type { Alarm, AlarmKind } from '../schema.ts'

const school: ReadonlySet<AlarmKind> = new Set(['threshold', 'air', 'base-load', 'flow-leak'])

/** Alarms tell about values: who may not read those does not read the alarm. Doors, movement and devices are for who looks after the building. */
export const audienceOf = (kind: AlarmKind, quantity?: QuantityId): Audience => (!school.has(kind) || (quantity !== undefined && quantityOf(quantity).audience === 'staff') ? 'staff' : 'school')

/** A limit that was passed says a single value and when it was measured, so it is read by whoever may read single values of that quantity. */
export function mayReadAlarm(reach: Reach, { kind, schoolId, facts }: Pick<Alarm, 'kind' | 'schoolId' | 'facts'>): boolean {
  const named = facts['quantity']
  const quantity = kind === 'threshold' && typeof named === 'string' && isQuantity(named) ? named : undefined
  return worksFor(reach, schoolId) && mayRead(reach, { audience: audienceOf(kind, quantity), schoolId, quantity: quantity ?? null })
}
