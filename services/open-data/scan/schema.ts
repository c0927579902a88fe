import { Type } from 'typebox'

/** What was found. `small-cell`: counts of people below the smallest group; `small-group`: few rows share what describes people. */
export const scanKinds = ['name', 'email', 'phone', 'address', 'birth-date', 'iban', 'tax-id', 'plate', 'ip', 'coordinate', 'free-text', 'small-cell', 'small-group'] as const
export type ScanKind = (typeof scanKinds)[number]

/** Raised when the rules change, so that files are looked at again. */
export const rulesVersion = 1

/** One finding, before anybody has decided. Examples are masked: nobody can be known by them. */
export type Found = {
  readonly kind: ScanKind
  readonly fields: readonly string[]
  /** A person must decide about it before publication; the others are shown only. */
  readonly serious: boolean
  readonly hits: number
  readonly ofRows: number
  readonly examples: readonly string[]
}

/** `false-alarm`: it is nobody; `allowed`: people, and publishing is allowed; `aggregated`: the figures are merged or rounded already. */
export type Decision = 'false-alarm' | 'allowed' | 'aggregated'
export type ScanFinding = Found & { id: string; versionId: string; datasetId: string; decision: Decision | null; reason: string; decidedAt: Date | null; createdAt: Date }

export type Scan = { versionId: string; datasetId: string; state: 'done' | 'failed'; rules: number; smallestGroup: number; rowCount: number; columnCount: number; milliseconds: number; failure: string; createdAt: Date }

export const DecisionForm = Type.Object({
  decision: Type.Union([Type.Literal('false-alarm'), Type.Literal('allowed'), Type.Literal('aggregated')]),
  reason: Type.String({ minLength: 10, maxLength: 1_000 }),
})
