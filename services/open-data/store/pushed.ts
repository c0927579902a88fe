import type { Field, FieldType } from './schema.ts'

/** A column of a table that programs write into: what they have said of it is given back as it was. */
export type PushedField = Field & { readonly said?: { readonly type?: string; readonly info?: Readonly<Record<string, unknown>> } }

/** A value as it is kept: canonical text, null for none. */
export type KeptCell = string | null
export type Row = { readonly number: number; readonly cells: readonly KeptCell[] }

/** Why records are not taken. `row` counts from 0 within the call. */
export type PushRefusal = { readonly why: 'unknown-fields'; readonly fields: readonly string[] } | { readonly why: 'no-key'; readonly fields: readonly string[] } | { readonly why: 'key-missing' | 'key-taken' | 'key-unknown'; readonly row: number; readonly key: string } | { readonly why: 'wrong-value'; readonly row: number; readonly field: string; readonly type: FieldType; readonly value: string }

export class PushRefused extends Error {
  readonly refusal: PushRefusal
  constructor(refusal: PushRefusal) {
    super(refusal.why)
    this.name = 'PushRefused'
    this.refusal = refusal
  }
}
