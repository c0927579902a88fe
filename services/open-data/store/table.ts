import type { Field, TableQuery } from './schema.ts'

/** Which table is meant: that of one upload, or the current one of a file with all that was pushed into it since. */
export type TableRef = { readonly versionId: string } | { readonly distributionId: string }

export type Words = NonNullable<TableQuery['words']>
/** A question with words for several columns at once: all of them must be found. */
export type Question = Omit<TableQuery, 'words'> & { readonly words?: Words | readonly Words[] }

/** Why a question is not answered: key of the words, what stands in it, and the field it is about. */
export type QueryRefusal = {
  readonly code: `open-data.store.${'unknown-field' | 'wrong-value' | 'wrong-aggregate' | 'too-many-rows' | 'too-long' | 'too-much' | 'no-columns' | 'named-twice' | 'replaced'}`
  readonly field?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** A question that cannot be answered; `whyNotAsk` says so before. */
export class QueryRefused extends Error {
  readonly refusal: QueryRefusal
  constructor(refusal: QueryRefusal) {
    super(refusal.code)
    this.name = 'QueryRefused'
    this.refusal = refusal
  }
}

/** A column as people read it in the data dictionary, with what its values are like. Not counted for what is large and seldom useful. */
export type FieldProfile = Field & { readonly empty?: number; readonly distinct?: number; readonly min?: string; readonly max?: string; readonly frequent?: readonly { readonly value: string; readonly rows: number }[] }
