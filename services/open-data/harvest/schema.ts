import { Type, type Static } from 'typebox'
import type { Refusal } from '../dcat/refusals.ts'
import type { Dataset } from '../dcat/schema.ts'

/** How a source hands out its catalogue. */
export const sourceKinds = ['dcat', 'ckan', 'csv-list', 'ogc-records', 'wfs', 'sensorthings'] as const
export type SourceKind = (typeof sourceKinds)[number]
/** What happens with datasets a source no longer has: hidden with a trace, deleted, or kept as they are. */
export type Removal = 'withdraw' | 'delete' | 'keep'

export type SourceOptions = {
  /** Name of the publisher where the source names none. */
  publisher?: string
  /** What the columns of a CSV list mean, see `CsvListMapping`. */
  mapping?: unknown
  /** Attribution of the catalogue itself, shown on each of its datasets. */
  attribution?: string
  attributionUrl?: string
  language?: string
  /** Take copies of CSV and JSON files, for previews and in case the source goes away. */
  keepCopies?: boolean
}

export type Source = {
  id: string
  name: string
  title: string
  kind: SourceKind
  /** `https://…`, or `demo:<file>` for catalogues that come with the demonstration. */
  url: string
  options: SourceOptions
  removal: Removal
  paused: boolean
  createdAt: Date
}

export type Outcome = 'added' | 'changed' | 'unchanged' | 'removed' | 'returned' | 'refused'
export type Counts = Record<Outcome, number>
export const noCounts: Counts = { added: 0, changed: 0, unchanged: 0, removed: 0, returned: 0, refused: 0 }

export const outcomes = ['added', 'changed', 'returned', 'removed', 'refused', 'unchanged'] as const satisfies readonly Outcome[]

export type RunState = 'running' | 'done' | 'failed'
export type HarvestRun = { id: string; sourceId: string; state: RunState; refusal: Refusal | null; expected: number | null; nextPage: string | null; createdAt: Date; finishedAt: Date | null }
export type HarvestItem = { sourceKey: string; outcome: Outcome; title: string; notes: readonly Refusal[]; datasetId: string | null }

/** One record of a source, mapped or refused. */
export type Delivered =
  | { key: string; dataset: Dataset; warnings: readonly Refusal[] }
  | { key: string; title: string; reasons: readonly Refusal[] }

export const NewSource = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200 }),
  kind: Type.Union(sourceKinds.map((kind) => Type.Literal(kind))),
  url: Type.String({ minLength: 1, maxLength: 2_000, pattern: '^https?://' }),
  removal: Type.Union([Type.Literal('withdraw'), Type.Literal('delete'), Type.Literal('keep')]),
  publisher: Type.Optional(Type.String({ maxLength: 200 })),
  /** For a CSV list: one line for each column, `title = Name der Spalte`. */
  columns: Type.Optional(Type.String({ maxLength: 4_000 })),
})
export type NewSource = Static<typeof NewSource>

/** A source in the list of the staff: with its last run and what that brought. */
export type SourceState = { source: Source; run: HarvestRun | undefined; counts: Counts; quarantined: number }

/** What a source delivered and the catalogue could not take. */
export type Quarantined = { sourceId: string; sourceKey: string; title: string; reasons: Refusal[]; createdAt: Date; lastSeenAt: Date }
