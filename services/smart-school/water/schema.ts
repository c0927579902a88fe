import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'

/** How it is known that water was exchanged: by a sensor, because people were in the room it belongs to, because lessons are given on that day, or only when somebody writes it down. */
export type UseEvidence = 'sensor' | 'room' | 'school-day' | 'hand'

/** What `properties` of a thing of kind `outlet-group` say. */
export type OutletGroup = {
  readonly id: number
  readonly schoolId: number
  readonly name: string
  /** Names of the taps, showers, toilets that are flushed together. */
  readonly outlets: readonly string[]
  readonly evidence: UseEvidence
  /** Hours after which the water must have been exchanged: 72, or 168 where the school's hygiene plan allows it. */
  readonly limitHours: 72 | 168
  /** Minutes for which each outlet runs, by the plan of the school. */
  readonly flushMinutes: number
  readonly hot: boolean
  readonly cold: boolean
}

/** What somebody did at an outlet group. Temperatures in °C at the end of flushing. */
export type FlushData = { readonly minutes: number; readonly coldBefore: number | null; readonly coldAfter: number | null; readonly hotAfter: number | null; readonly task: string | null }
/** Legionella in KBE (colony forming units) per 100 ml, by a laboratory. */
export type LabData = { readonly cfuPer100ml: number; readonly laboratory: string; readonly sample: string }
/** `use`: somebody saw that water ran in ordinary use. */
export type UseData = Readonly<Record<string, never>>
/** The corrected entry no longer counts; `replacement`, if any, does. */
export type CorrectionData = { readonly of: number; readonly replacement: FlushData | LabData | null }

export type EntryKind = 'flush' | 'use' | 'lab' | 'correction'
export type WaterEntry = {
  readonly groupId: number
  readonly seq: number
  readonly kind: EntryKind
  readonly at: Date
  readonly accountId: string | null
  readonly signedName: string
  readonly data: FlushData | LabData | UseData | CorrectionData
  readonly note: string
  readonly previousHash: string
  readonly hash: string
  readonly signedHash: string
  readonly createdAt: Date
}

export type TaskReason = 'clock' | 'holidays' | 'before-lessons' | 'weekend'
export type FlushTask = {
  readonly id: string
  readonly groupId: number
  readonly schoolId: number
  readonly day: PlainDate
  readonly dueAt: Date
  readonly reason: TaskReason
  readonly beyondLimit: boolean
  readonly state: 'open' | 'done' | 'dropped'
}

export type FreeDayReason = 'movable' | 'training' | 'closed'
export type FreeDay = { readonly day: PlainDate; readonly reason: FreeDayReason }

// Water in a pipe: from 0 to 100 °C. Anything else is a slip of the finger, and what is signed stays.
const temperature = Type.Optional(Type.String({ maxLength: 6, pattern: '^(100([.,]0)?|\\d{1,2}([.,]\\d)?)$' }))
/** What a caretaker fills in after flushing. Temperatures are typed with comma or point. */
export const FlushForm = Type.Object({
  minutes: Type.Integer({ minimum: 1, maximum: 240 }),
  coldBefore: temperature,
  coldAfter: temperature,
  hotAfter: temperature,
  note: Type.Optional(Type.String({ maxLength: 400 })),
  done: Type.Boolean(),
})
export type FlushForm = Static<typeof FlushForm>

export const LabForm = Type.Object({
  sampledOn: Type.String({ format: 'date' }),
  cfuPer100ml: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  laboratory: Type.String({ minLength: 2, maxLength: 100 }),
  sample: Type.Optional(Type.String({ maxLength: 100 })),
  note: Type.Optional(Type.String({ maxLength: 400 })),
})
export type LabForm = Static<typeof LabForm>

export const CorrectionForm = Type.Object({ reason: Type.String({ minLength: 5, maxLength: 400 }) })

export const FreeDayForm = Type.Object({ day: Type.String({ format: 'date' }), reason: Type.Union([Type.Literal('movable'), Type.Literal('training'), Type.Literal('closed')]) })
