import { Type, type Static } from 'typebox'
import type { QuantityId } from '../quantity/quantity.ts'
import type { Audience } from '../store/schema.ts'

/** How closely somebody may look: single values, means of lessons, means of days, or not at all. */
export const resolutions = ['raw', 'lesson', 'day', 'none'] as const
export type Resolution = (typeof resolutions)[number]

/** Roles of the service whose view a town can narrow or widen. */
export const viewRoles = ['caretaker', 'energy-manager', 'teacher', 'school-lead', 'school-technician'] as const
export type ViewRole = (typeof viewRoles)[number]

/** What a town decided about a quantity; null: as the platform suggests. `keepDays` 0: for ever. */
export type QuantityDecision = { readonly quantity: QuantityId; readonly audience: Exclude<Audience, 'sealed'> | null; readonly keepDays: number | null; readonly reason: string; readonly changedAt: Date }
export type ViewDecision = { readonly role: ViewRole; readonly quantity: QuantityId; readonly resolution: Resolution; readonly reason: string; readonly changedAt: Date }

const audience = Type.Union([Type.Literal('public'), Type.Literal('school'), Type.Literal('staff')])
export const QuantityForm = Type.Object({ audience, keepDays: Type.Integer({ minimum: 0, maximum: 36_500 }), reason: Type.String({ minLength: 10, maxLength: 500 }), sure: Type.Optional(Type.Boolean()) })
export type QuantityForm = Static<typeof QuantityForm>
const resolution = Type.Enum([...resolutions])
export const ViewForm = Type.Object({ role: Type.Enum([...viewRoles]), resolution, reason: Type.String({ minLength: 10, maxLength: 500 }), sure: Type.Optional(Type.Boolean()) })
export type ViewForm = Static<typeof ViewForm>
