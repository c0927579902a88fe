import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

/** When a school is open, and whether movement at night is looked at there. */
export type SafetySetting = {
  /** Local time `HH:MM` on school days. */
  readonly from: string
  readonly to: string
  readonly schoolId: number
  readonly presence: boolean
  readonly presenceReason: string | null
  /** On which day the staff council was heard. */
  readonly councilOn: PlainDate | null
}

const clock = '^([01][0-9]|2[0-3]):[0-5][0-9]$'
export const HoursForm = Type.Object({ from: Type.String({ pattern: clock }), to: Type.String({ pattern: clock }) })
export type HoursForm = Static<typeof HoursForm>

export const PresenceForm = Type.Object({ reason: Type.String({ minLength: 20, maxLength: 500 }), councilOn: Type.String({ format: 'date' }) })
export type PresenceForm = Static<typeof PresenceForm>
