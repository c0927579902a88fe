import { Type, type Static } from 'typebox'
import type { ReuseClass, ReuseFile } from '@modellregion/contracts'
import type { LocalisedText } from '../shelf/schema.ts'

/** The file that is written in the browser. */
export const mainPath = 'text.md'
export const textLimit = 60_000
/** Bytes of all files of a version together. */
export const filesLimit = 5 * 1024 * 1024
export const licences = ['CC-BY-4.0', 'CC0-1.0', 'CC-BY-SA-4.0', 'EUPL-1.2', 'MIT', 'Apache-2.0'] as const

/** A text with files beside it: a concept, a template, a specification. */
export type TownDocument = {
  readonly ref: string
  readonly class: ReuseClass
  readonly title: LocalisedText
  readonly summary: LocalisedText
  readonly licence: string
  readonly languages: readonly string[]
  readonly currentVersion: number
  readonly retiredAt: Date | null
  readonly changedAt: Date
  readonly createdAt: Date
}
export type DocumentVersion = { readonly ref: string; readonly number: number; readonly label: string; readonly note: string; readonly files: readonly ReuseFile[]; readonly createdAt: Date }

export const DocumentForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 120 }),
  titleEn: Type.Optional(Type.String({ maxLength: 120 })),
  summary: Type.String({ minLength: 3, maxLength: 300 }),
  summaryEn: Type.Optional(Type.String({ maxLength: 300 })),
  class: Type.Union([Type.Literal('concept'), Type.Literal('templates-and-procedures'), Type.Literal('building-block'), Type.Literal('licence-free-solution')]),
  // One of `licences`, or the one under which the text was taken over.
  licence: Type.String({ minLength: 1, maxLength: 120 }),
  label: Type.String({ minLength: 1, maxLength: 30 }),
  text: Type.Optional(Type.String({ maxLength: textLimit })),
  note: Type.Optional(Type.String({ maxLength: 300 })),
  // The version the form was opened with: somebody else's change in between is not written over.
  base: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
  // The version whose files stay where they are not removed: an earlier one when somebody goes on from there.
  from: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  remove: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500 })),
})
export type DocumentForm = Static<typeof DocumentForm>
