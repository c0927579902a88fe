import { Type, type Static } from 'typebox'
import { groundChoice, type Ground } from './criteria/schema.ts'

export type ReviewState = 'checking' | 'deciding' | 'accepted' | 'released' | 'returned' | 'refused'
export type Verdict = 'accept' | 'return' | 'refuse'
export type Stage = 'check' | 'decide'

/** One way of a draft through both steps. `draftId` is the id of the dataset too. */
export type Review = {
  id: string
  draftId: string
  /** How often the draft was sent in, from 1. */
  round: number
  organisationId: string
  title: string
  state: ReviewState
  /** Revision of the draft that was sent in. */
  revision: number
  note: string
  releaseAt: Date | null
  waitingSince: Date
  dueAt: Date | null
  grounds: Ground[]
  publicReason: string
  submittedBy: string | null
  checkedBy: string | null
  createdAt: Date
  decidedAt: Date | null
  releasedAt: Date | null
}

/** What one person has found. `answers` by code of the criterion. */
export type Vote = {
  id: string
  reviewId: string
  stage: Stage
  verdict: Verdict
  /** Version of the catalogue of criteria. */
  catalogue: string
  answers: Readonly<Record<string, CriterionAnswer>>
  grounds: Ground[]
  reasons: string
  publicReason: string
  votedBy: string | null
  createdAt: Date
}

/** `open`: cannot be said. */
export type CriterionAnswer = 'yes' | 'no' | 'open'

/** How a town reviews: days for each step, and the size below which a group of people counts as a risk. */
export type ReviewSetting = { checkDays: number; decideDays: number; smallestGroup: number }
export const usualSetting: ReviewSetting = { checkDays: 10, decideDays: 21, smallestGroup: 5 }

/** Sending a draft in. `releaseAt` as a day or as `2026-03-04T08:00` on clocks in Berlin, or with a zone. */
export const SubmitForm = Type.Object({
  revision: Type.Integer({ minimum: 1 }),
  releaseAt: Type.Optional(Type.String({ maxLength: 40 })),
  note: Type.Optional(Type.String({ maxLength: 2_000 })),
})
export type SubmitForm = Static<typeof SubmitForm>

const answer = Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('open')])
export const VoteForm = Type.Object({
  round: Type.Integer({ minimum: 1 }),
  verdict: Type.Union([Type.Literal('accept'), Type.Literal('return'), Type.Literal('refuse')]),
  grounds: Type.Optional(Type.Array(groundChoice)),
  reasons: Type.Optional(Type.String({ maxLength: 4_000 })),
  publicReason: Type.Optional(Type.String({ maxLength: 500 })),
})
/** The answers to the questions that are asked, by the names of their fields. */
export const answersForm = (fields: readonly string[]) => Type.Object(Object.fromEntries(fields.map((field) => [field, Type.Optional(answer)])))

/** A review in the list of work, with its department and how many of the group have voted. */
export type ReviewLine = Review & { organisation: string; votes: number; /** The asking person has voted. */ mine: boolean; /** The asking person wrote the draft. */ own: boolean; findings: number }

/** A refused publication as the public register tells it: about data and offices, never about people. */
export type RefusedLine = { id: string; title: string; organisation: string; grounds: Ground[]; publicReason: string; decidedAt: Date }
