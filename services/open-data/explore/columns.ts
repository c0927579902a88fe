import type { Field } from '../store/schema.ts'
import type { FieldProfile } from '../store/table.ts'
import { labelOf, type ColumnFacts, type TableFacts } from './schema.ts'

/** What columns are good for: adding up, an axis of time, putting rows together, a place on a map. */

export const isNumber = ({ type }: Pick<Field, 'type'>): boolean => type === 'int' || type === 'numeric'

// Numbers that name things, and coordinates, are not added up.
const naming = /(^|[^a-zäöü])(id|nr|nummer|plz|ags|ars|code|schl(ü|ue)ssel|kennziffer|x|y|lat|lon|lng|longitude|latitude|breitengrad|l(ä|ae)ngengrad|osm)([^a-zäöü]|$)|_id$|Id$/i
const yearly = /(^|[^a-zäöü])(jahr|year|haushaltsjahr|berichtsjahr|erhebungsjahr)([^a-zäöü]|$)/i

/** A year as a number: by its name or by all its values. */
export function isYear(field: FieldProfile): boolean {
  if (field.type !== 'int') return false
  if (yearly.test(field.id) || yearly.test(labelOf(field))) return true
  const [min, max] = [Number(field.min ?? Number.NaN), Number(field.max ?? Number.NaN)]
  return min >= 1900 && max <= 2100 && min < max && (field.distinct ?? Infinity) <= 201
}

export const isTime = (field: FieldProfile): boolean => field.type === 'date' || field.type === 'timestamp' || isYear(field)

/** A name for machines: numbers and keys that stand beside a word for people. */
export const isKey = ({ id }: Pick<Field, 'id'>): boolean => naming.test(id)

/** Something of which a sum or a mean says something. */
export const isQuantity = (field: FieldProfile): boolean =>
  isNumber(field) && !isYear(field) && !isKey(field) && !['longitude', 'latitude', 'ags', 'ars', 'postcode'].includes(field.meaning ?? '')

const mostGroups = 60

/** Values that repeat, few enough to choose from. */
export function isCategory(field: FieldProfile, rows: number): boolean {
  const { distinct } = field
  if (field.type === 'bool') return true
  if (field.type !== 'text' && field.type !== 'int') return false
  return distinct !== undefined && distinct >= 2 && distinct <= mostGroups && distinct <= Math.max(2, rows / 2)
}

const digitsOnly = /^[\d.,\s-]+$/
const isCode = ({ examples, frequent, min, max }: ColumnFacts): boolean => {
  const known = examples ?? frequent?.map(({ value }) => value) ?? [min, max].flatMap((value) => value ?? [])
  return known.length > 0 && known.every((value) => digitsOnly.test(value))
}

/** The column that divides the rows best: words before codes, texts before numbers. */
export function bestCategory({ fields, rows }: TableFacts): FieldProfile | undefined {
  const categories = fields.filter((field) => isCategory(field, rows) && field.distinct !== 1)
  const texts = categories.filter(({ type }) => type === 'text')
  return texts.find((field) => !isKey(field) && !isCode(field)) ?? texts[0] ?? categories[0]
}

/** Whether the numbers of a column get their thousands marked: years and short keys do not. */
export const isGrouped = (field: FieldProfile): boolean => Math.abs(Number(field.max ?? 0)) >= 10_000 || Math.abs(Number(field.min ?? 0)) >= 10_000

export type Places = { readonly kind: 'geometry'; readonly field: string } | { readonly kind: 'point'; readonly lon: string; readonly lat: string }

/** Where the rows lie: a geometry, or a pair of columns with longitude and latitude. */
export function placesOf(fields: readonly FieldProfile[]): Places | undefined {
  const geometry = fields.find(({ type }) => type === 'geometry')
  if (geometry) return { kind: 'geometry', field: geometry.id }
  const by = (meaning: string, name: RegExp) => fields.find((field) => isNumber(field) && field.meaning === meaning) ?? fields.find((field) => isNumber(field) && name.test(field.id))
  const lon = by('longitude', /^(lon|lng|longitude|laengengrad|längengrad|geo_?lon)$/i)
  const lat = by('latitude', /^(lat|latitude|breitengrad|geo_?lat)$/i)
  return lon && lat ? { kind: 'point', lon: lon.id, lat: lat.id } : undefined
}

const telling = /(name|titel|title|bezeichnung|standort|adresse|address|strasse|straße)/i

/** The column that names a row for people: by its name, else the text with the most different values. */
export function namingColumn({ fields }: TableFacts): FieldProfile | undefined {
  const texts = fields.filter(({ type }) => type === 'text')
  return texts.find(({ id }) => telling.test(id)) ?? texts.toSorted((a, b) => (b.distinct ?? 0) - (a.distinct ?? 0))[0]
}
