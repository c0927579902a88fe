import { highlight } from '@modellregion/kernel/rules'
import type { FieldProfile } from './table.ts'

/** Where in a table words were found: in a column's name, or in values of it. */
export type Place = { readonly field: FieldProfile; readonly named: boolean; readonly values: readonly { readonly value: string; readonly rows: number }[] }

const mostPlaces = 3
const mostValues = 3

/** The columns that hold a word of the question, with the most frequent values that do. */
export function placesOf(fields: readonly FieldProfile[], q: string): Place[] {
  const holds = (text: string) => highlight(text, q).some(({ marked }) => marked)
  const places = fields.map((field) => ({
    field,
    named: holds(field.label ?? field.id.replaceAll('_', ' ')),
    values: field.type === 'text' ? (field.frequent ?? []).filter(({ value }) => holds(value)).slice(0, mostValues) : [],
  }))
  return places.filter(({ named, values }) => named || values.length > 0).slice(0, mostPlaces)
}
