import { matcherOf } from '@modellregion/kernel/rules'
import type { FieldProfile } from './table.ts'

/** Where in a table words were found: in a column's name, or in values of it. */
export type Place = { readonly field: FieldProfile; readonly named: boolean; readonly values: readonly { readonly value: string; readonly rows: number }[] }

const mostPlaces = 3
const mostValues = 3

/** The columns that hold a word of the question, with the most frequent values that do. */
export function placesOf(fields: readonly FieldProfile[], q: string): Place[] {
  const holds = matcherOf(q)
  const places: Place[] = []
  for (const field of fields) {
    const named = holds(field.label ?? field.id.replaceAll('_', ' '))
    const values = field.type === 'text' ? firstOf(field.frequent ?? [], mostValues, ({ value }) => holds(value)) : []
    if (named || values.length > 0) places.push({ field, named, values })
    if (places.length === mostPlaces) break
  }
  return places
}

// Stops with the last one wanted: a column has hundreds of values, a page twenty tables.
function firstOf<T>(all: readonly T[], most: number, wanted: (one: T) => boolean): T[] {
  const found: T[] = []
  for (const one of all) {
    if (wanted(one)) found.push(one)
    if (found.length === most) break
  }
  return found
}
