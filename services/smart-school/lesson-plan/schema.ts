import { Type, type Static } from 'typebox'
import type { Block } from '@modellregion/standards'
import type { QuantityId } from '../quantity/quantity.ts'
import { comparisons, times, type Comparison, type Times } from '../lesson/schema.ts'

export const planLicences = ['CC BY 4.0', 'CC0 1.0'] as const
export type PlanLicence = (typeof planLicences)[number]

/** What an experiment started from the plan begins with. `own`: what the class measures by hand, `Höhe in cm`. */
export type PlanExperiment = { readonly question: string; readonly quantity: QuantityId; readonly comparison: Comparison; readonly band: number | null; readonly times: Times; readonly blind: boolean; readonly own: readonly string[] }

/** A lesson plan. It is written in German, because it follows the curricula of a German Land. */
export type LessonPlan = {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** School years, 1 to 13. */
  readonly grades: readonly number[]
  readonly subjects: readonly string[]
  readonly minutes: number
  readonly mkr: readonly string[]
  readonly licence: PlanLicence
  /** The day of its last change. */
  readonly version: string
  /** School or office that publishes it, never a person. */
  readonly publisher?: string
  /** The work it was made from, as its licence wants it named. */
  readonly source?: string
  /** Absent for plans without measurements. */
  readonly experiment?: PlanExperiment
  readonly blocks: readonly Block[]
}

/** What lists and filters need of a plan. */
export type PlanLine = Pick<LessonPlan, 'id' | 'title' | 'summary' | 'grades' | 'subjects' | 'minutes' | 'mkr'>

/** A plan of the town in its current version. */
export type TownPlan = PlanLine & {
  readonly version: number
  readonly basedOn: string | null
  /** Shown to everybody; otherwise only to those who write plans. */
  readonly open: boolean
  readonly installedAt: Date | null
  readonly retiredAt: Date | null
  readonly createdAt: Date
}

/** One version; never changed. `source` is the whole plan: front matter and text. */
export type PlanVersion = { readonly planId: string; readonly version: number; readonly source: string; readonly note: string; readonly createdAt: Date }

export const origins = ['town', 'shipped'] as const
export type PlanOrigin = (typeof origins)[number]
export type PlanFilter = { readonly grade?: number; readonly subject?: string; readonly mkr?: string; readonly origin?: PlanOrigin }

/** Letters of a plan; the longest shipped one has 7,000. */
export const mostLetters = 60_000

const line = (most: number) => Type.Optional(Type.String({ maxLength: most }))
const grade = Type.Integer({ minimum: 1, maximum: 13 })

export const PlanForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 120 }),
  summary: Type.String({ minLength: 10, maxLength: 400 }),
  gradeFrom: grade,
  gradeTo: grade,
  subjects: Type.String({ minLength: 2, maxLength: 200 }),
  minutes: Type.Integer({ minimum: 5, maximum: 3_000 }),
  mkr: Type.Optional(Type.Array(Type.String({ pattern: '^[1-6]\\.[1-4]$' }), { maxItems: 24 })),
  quantity: line(40),
  question: line(400),
  comparison: Type.Optional(Type.Unsafe<Comparison>(Type.Union(comparisons.map((one) => Type.Literal(one))))),
  band: Type.Optional(Type.Number({ minimum: -1_000, maximum: 1_000_000 })),
  times: Type.Optional(Type.Unsafe<Times>(Type.Union(times.map((one) => Type.Literal(one))))),
  blind: Type.Optional(Type.Boolean()),
  own: line(160),
  body: Type.String({ minLength: 20, maxLength: mostLetters }),
  licence: Type.Unsafe<PlanLicence>(Type.Union(planLicences.map((one) => Type.Literal(one)))),
  publisher: line(120),
  source: line(300),
  note: line(300),
  open: Type.Optional(Type.Boolean()),
})
export type PlanForm = Static<typeof PlanForm>
