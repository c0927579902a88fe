import type { FromCkanOptions } from '../ckan/from-ckan.ts'
import type { Refusal } from '../dcat/refusals.ts'
import type { MappedDataset } from '../dcat/schema.ts'
import type { Source } from './schema.ts'

/** What the mapping of a record needs of its source. */
export const mappingOptions = ({ options }: Pick<Source, 'options'>): FromCkanOptions => ({
  ...(options.language && { language: options.language }),
  ...(options.publisher && { publisher: { name: { de: options.publisher } } }),
})

/** An extra of a CKAN package, or nothing. */
export const extra = (key: string, value: string | readonly string[] | undefined): { key: string; value: string | readonly string[] }[] => (value === undefined || value.length === 0 ? [] : [{ key, value }])

/** What names a record is a key of the database, too: a longer one names nothing. */
export const keyOf = (name: string | undefined): string | undefined => (name !== undefined && name.length <= 1_000 ? name : undefined)

/** The title of a file, which the search holds as well: a longer one is a text in the wrong field. */
export const fileTitle = (title: string | undefined): string | undefined => title?.slice(0, 500)

/** A dataset with what was doubtful before it became one. */
export function withDoubts(mapped: MappedDataset, doubts: readonly Refusal[]): MappedDataset {
  return mapped.kind === 'refused' || doubts.length === 0 ? mapped : { ...mapped, warnings: [...doubts, ...mapped.warnings] }
}
