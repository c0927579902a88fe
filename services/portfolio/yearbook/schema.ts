import { Type } from 'typebox'
import type { ReuseClass } from '@modellregion/contracts'
import type { PlainDate } from '@modellregion/standards'

/** `reached`: steps of this year. Amounts in integer cents; null where nothing is known. */
export type YearProject = {
  readonly slug: string
  readonly name: string
  readonly stage: string
  readonly partners: readonly string[]
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly originalEndsOn: PlainDate | null
  readonly grantCents: number | null
  /** The project office itself, which is no project. Absent in yearbooks that were frozen before it was told apart. */
  readonly isOffice?: boolean
  /** An example of a demonstration; absent as above. */
  readonly isInvented?: boolean
  readonly reached: readonly { readonly stage: string; readonly on: PlainDate }[]
  /** Paid out and spent in this year, as the account says; null without an account. */
  readonly money: { readonly granted: number; readonly paid: number; readonly booked: number } | null
}
type Titled = { readonly id: string; readonly title: { readonly de?: string; readonly en?: string } }
/** An entry of the own shelf that is new or has new versions in this year. */
export type YearEntry = Titled & { readonly class: ReuseClass; readonly isNew: boolean; readonly versions: readonly string[] }
/** A use that its town lets be named. `isGiven`: another town uses what this one offers. */
export type YearAdoption = Titled & { readonly town: string; readonly isGiven: boolean; readonly since: PlainDate }
export type YearLeader = Titled & { readonly score: number; readonly towns: number }

/** What a year was, in figures that are counted and summed from the data. `standOn`: the day they were read. */
export type YearFigures = {
  readonly year: number
  readonly standOn: PlainDate
  readonly projects: readonly YearProject[]
  readonly entries: readonly YearEntry[]
  readonly adoptions: { readonly taken: number; readonly given: number; readonly named: readonly YearAdoption[] }
  readonly network: { readonly events: number; readonly registrations: number; readonly questions: number; readonly solved: number; readonly answers: number; readonly news: number }
  readonly leaders: readonly YearLeader[]
}

/** What is frozen when a yearbook is published. */
export type Edition = { readonly foreword: string; readonly figures: YearFigures }
export type Yearbook = { readonly year: number; readonly foreword: string; readonly frozen: string | null; readonly sha256: string | null; readonly publishedAt: Date | null; readonly changedAt: Date; readonly createdAt: Date }

const mark = Type.Optional(Type.String({ maxLength: 40 }))
export const ForewordForm = Type.Object({ foreword: Type.String({ minLength: 10, maxLength: 12_000 }), since: mark })
export const PublishForm = Type.Object({ since: mark })
export const ByYear = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) })
