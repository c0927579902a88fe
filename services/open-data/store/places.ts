import { matcherOf } from '@modellregion/kernel/rules'
import type { FieldProfile } from './table.ts'

/** Where in a table words were found: in a column's name, or in values of it. */
export type Place = { readonly field: FieldProfile; readonly named: boolean; readonly values: readonly { readonly value: string; readonly rows: number }[] }

const mostPlaces = 3
const mostValues = 3

/** The columns that hold a word of the question, with the most frequent values that do. Looks no further than it must: a column has hundreds of values, a page twenty tables. */
export function placesOf(fields: readonly FieldProfile[], q: string): Place[] {
  const holds = matcherOf(q)
  const valuesOf = ({ type, frequent }: FieldProfile) => (type === 'text' ? (frequent ?? []).values().filter(({ value }) => holds(value)).take(mostValues).toArray() : [])
  const places = fields.values().map((field) => ({ field, named: holds(field.label ?? field.id.replaceAll('_', ' ')), values: valuesOf(field) }))
  return places.filter(({ named, values }) => named || values.length > 0).take(mostPlaces).toArray()
}
