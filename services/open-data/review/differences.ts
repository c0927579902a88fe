import type { Dataset } from '../dcat/schema.ts'
import { inLanguage } from '../dataset/record.ts'
import { accessRights, frequencies, hvdCategories, labelOf, themes } from '../vocabulary/lists.ts'

/** One field of a description that differs, as text for people; empty text: the field is empty. */
export type FieldChange = { field: string; before: string; after: string }

/** What differs between the published description and the draft, in the order of the draft's fields. */
export function differencesOf(before: Dataset, after: Dataset): FieldChange[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])] as (keyof Dataset)[] // keys of two datasets
  return fields
    .filter((field) => field !== 'provenance' && field !== 'extra' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }))
    .filter((change) => change.before !== change.after)
}

const lists = [themes, frequencies, accessRights, hvdCategories]
const labels = (uri: string): string => {
  const concept = lists.map(({ byUri }) => byUri.get(uri)).find((found) => found !== undefined)
  return concept ? labelOf(concept, 'de') : uri
}

// Texts as they are, names of lists by their label, records by what names them.
function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return labels(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join('; ')
  const record = value as Record<string, unknown> // a plain record of the description
  if (record['title'] !== undefined) return [shown(record['title']), shown(record['versionId'])].filter(Boolean).join(', ')
  if (record['name'] !== undefined) return [shown(record['name']), shown(record['email'])].filter(Boolean).join(', ')
  const text = Object.values(record).every((one) => typeof one === 'string') ? inLanguage(record as Record<string, string>) : undefined
  return 'de' in record && text !== undefined ? text : Object.values(record).map(shown).filter(Boolean).join(', ')
}
