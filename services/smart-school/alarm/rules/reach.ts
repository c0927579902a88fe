import { mayRead, worksFor, type Reach } from '../../protection/rules.ts'
import type { Audience } from '../../store/schema.ts'
import type { Alarm, AlarmKind } from '../schema.ts'

const school: ReadonlySet<AlarmKind> = new Set(['threshold', 'air', 'base-load', 'flow-leak'])

/** Alarms tell about values: who may not read those does not read the alarm. Doors, movement and devices are for who looks after the building. */
export const audienceOf = (kind: AlarmKind): Audience => (school.has(kind) ? 'school' : 'staff')

export const mayReadAlarm = (reach: Reach, { kind, schoolId }: Pick<Alarm, 'kind' | 'schoolId'>): boolean => worksFor(reach, schoolId) && mayRead(reach, { audience: audienceOf(kind), schoolId })
