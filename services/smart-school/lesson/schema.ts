import { Type, type Static } from 'typebox'
import type { PlainDate } from '@modellregion/standards'
import { quantities, type QuantityId } from '../quantity/quantity.ts'

/** Which part of the day counts: lessons of the timetable, whole days, or nights (22:00 to 5:00, the night belongs to the day on which it begins). */
export const times = ['lessons', 'days', 'nights'] as const
export type Times = (typeof times)[number]

/** How places are compared: mean, median, or the share of measurements above a value. */
export const comparisons = ['mean', 'median', 'above'] as const
export type Comparison = (typeof comparisons)[number]

/** `end`: values may be seen when the period is over; `running`: as soon as a hypothesis is written. */
export const reveals = ['end', 'running'] as const
export type Reveal = (typeof reveals)[number]

export const longestDays = 42
export const mostPlaces = 6
export const mostGroups = 16
export const mostValues = 600
export const programLimit = 8_000
export const textLimit = 600

/** What a class measures by hand. */
export type OwnColumn = { readonly label: string; readonly unit: string }

/** An experiment of a class. */
export type Experiment = {
  readonly id: string
  readonly schoolId: number
  readonly accountId: string
  readonly title: string
  readonly question: string
  readonly hypothesis: string
  readonly conclusion: string
  readonly learned: string
  readonly plan: string | null
  readonly mkr: readonly string[]
  readonly quantities: readonly QuantityId[]
  /** In the order of the letters A, B, C … */
  readonly thingIds: readonly number[]
  readonly times: Times
  readonly comparison: Comparison
  readonly band: number | null
  readonly from: PlainDate
  readonly until: PlainDate
  readonly reveal: Reveal
  readonly blind: boolean
  readonly unblindedAt: Date | null
  readonly ownColumns: readonly OwnColumn[]
  readonly codeHash: string | null
  readonly codeSealed: string | null
  readonly codeUntil: Date | null
  readonly closedAt: Date | null
  readonly keepWeeks: number
  readonly deleteOn: PlainDate
  readonly createdAt: Date
}

export type Group = { readonly animal: string; readonly hypothesis: string; readonly hypothesisAt: Date | null; readonly conclusion: string }
export type OwnValue = { readonly id: string; readonly animal: string; readonly column: number; readonly letter: string | null; readonly day: PlainDate; readonly number: number }
export type ProgramKind = 'codec' | 'chart'

/** One stretch of time that gives one value for each place: a lesson, a day, a night. */
export type Slot = { readonly day: PlainDate; readonly lesson: number | null; readonly from: Date; readonly until: Date }

/** What a place says in a slot: mean of a gauge or amount of a counter, and the share of measurements above the band (0 to 1). */
export type SlotValue = { readonly slot: Slot; readonly value: number | null; readonly above: number | null; readonly count: number }

/** A place as readers see it: a letter, and its name unless it is kept blind. */
export type Place = { readonly letter: string; readonly name: string | undefined; readonly values: readonly SlotValue[] }

export type PublicationKind = 'experiment' | 'energy' | 'air'
export type Publication = {
  readonly id: string
  readonly schoolId: number
  readonly kind: PublicationKind
  readonly experimentId: string | null
  readonly scope: readonly QuantityId[]
  readonly from: PlainDate
  readonly licence: 'dl-zero-de' | 'cc-by'
  readonly proposedBy: string | null
  readonly proposedAt: Date
  readonly decision: 'consented' | 'refused' | null
  readonly decidedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly content: PublishedResult | null
}

/** What becomes public of an experiment: per place only what the comparison says, never single lessons, never the name of a room. */
export type PublishedResult = {
  readonly title: string
  readonly question: string
  readonly hypothesis: string
  readonly conclusion: string
  readonly quantity: QuantityId
  readonly comparison: Comparison
  readonly band: number | null
  readonly times: Times
  readonly from: PlainDate
  readonly until: PlainDate
  readonly places: readonly { readonly letter: string; readonly count: number; readonly value: number | null; readonly low: number | null; readonly high: number | null }[]
  readonly chance: number | null
}

/** Counters: what counts is the amount of a slot. */
export const isCounter = (id: QuantityId): boolean => quantities[id].kind === 'counter'

const text = (most = textLimit) => Type.String({ minLength: 1, maxLength: most })
const maybe = (most = textLimit) => Type.Optional(Type.String({ maxLength: most }))

export const StartForm = Type.Object({
  title: text(120),
  question: text(),
  hypothesis: maybe(),
  places: Type.Array(Type.String({ pattern: '^[0-9]{1,9}$' }), { minItems: 1, maxItems: mostPlaces }),
  extra: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 2 })),
  times: Type.Union(times.map((one) => Type.Literal(one))),
  comparison: Type.Union(comparisons.map((one) => Type.Literal(one))),
  band: Type.Optional(Type.Number({ minimum: -1_000, maximum: 1_000_000 })),
  from: Type.String({ format: 'date' }),
  until: Type.String({ format: 'date' }),
  reveal: Type.Union(reveals.map((one) => Type.Literal(one))),
  blind: Type.Optional(Type.Boolean()),
  own1: maybe(40),
  unit1: maybe(12),
  own2: maybe(40),
  unit2: maybe(12),
  mkr: Type.Optional(Type.Array(Type.String({ pattern: '^[1-6]\\.[1-4]$' }), { maxItems: 24 })),
  keepWeeks: Type.Integer({ minimum: 1, maximum: 52 }),
})
export type StartForm = Static<typeof StartForm>

export const TextForm = Type.Object({ text: text() })
export const ConclusionForm = Type.Object({ conclusion: text(), learned: maybe() })
export const ClassCodeForm = Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) })
export const GroupForm = Type.Object({ animal: Type.String({ minLength: 2, maxLength: 20, pattern: '^[a-z]+$' }) })
export const ValueForm = Type.Object({
  column: Type.Integer({ minimum: 0, maximum: 2 }),
  letter: Type.Optional(Type.String({ pattern: '^[A-H]?$' })),
  day: Type.String({ format: 'date' }),
  number: Type.Number({ minimum: -1_000_000, maximum: 1_000_000 }),
})
export const ProgramForm = Type.Object({ program: Type.String({ minLength: 1, maxLength: programLimit }) })

export type Evaluation = { readonly letter: string; readonly count: number; readonly value: number | null; readonly low: number | null; readonly high: number | null }
