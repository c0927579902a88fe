import type { SearchRecord } from '@modellregion/kernel/rules'
import type { StoredProfile, Unprofiled } from './queries.ts'

export const tableKind = 'table'
/** Tables are found on a page of their own: what stands in cells must not fill the search of the whole town, nor what it suggests. */
export const tableAudience = 'tables'

/** Letters of values that are kept of a column, and of a table. */
const perColumn = 6_000
const perTable = 60_000

/** A table as the search knows it: its title, what its columns are called, and the most frequent values of those that hold words. */
export function searchRecordOf({ id, title, dataset, holder }: Unprofiled, { fields }: StoredProfile): SearchRecord {
  const values = fields.map(({ type, notes, frequent }) => [notes ?? '', ...(type === 'text' ? (frequent ?? []).map(({ value }) => value) : [])].join(' · ').slice(0, perColumn))
  return {
    service: 'open-data', kind: tableKind, ref: id, audience: tableAudience, title: title === '' || dataset.includes(title) ? dataset : `${dataset}: ${title}`, holder,
    keywords: [...new Set(fields.flatMap(({ id: name, label }) => [readable(name), ...(label ? [label] : [])]))].slice(0, 500), body: values.join(' · ').slice(0, perTable), url: `/open-data/explore/${id}`, facets: {},
  } // prettier-ignore
}

/** `anzahlPersonen_gesamt` is read as three words. */
export const readable = (name: string): string => name.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
