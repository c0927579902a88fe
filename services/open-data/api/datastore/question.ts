import { jsonParam, countParam, flagParam, textParam, type Params } from '../ckan/params.ts'
import { invalid } from '../failure.ts'
import type { Cell, Condition } from '../../store/schema.ts'
import type { Question, QueryRefusal, Words } from '../../store/table.ts'

export const mostRows = 32_000

/** The question of a `datastore_search` (ckan/ckanext/datastore/logic/schema.py). @throws ApiFailure */
export function questionOf(params: Params): Question {
  const fields = namesOf(params, 'fields')
  const words = wordsOf(params)
  return {
    where: conditionsOf(params),
    ...(words.length > 0 && { words }),
    ...(fields && { fields }),
    distinct: flagParam(params, 'distinct'),
    sort: sortOf(params),
    offset: countParam(params, 'offset', 0),
    limit: countParam(params, 'limit', 100, mostRows),
    total: flagParam(params, 'include_total', true),
  }
}

/** A list as JSON, repeated parameter, or with commas between. */
function namesOf(params: Params, key: string): string[] | undefined {
  const value = jsonParam(params, key)
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined
  if (Array.isArray(value)) return value.map(String)
  if (typeof value !== 'string') throw invalid({ [key]: ['Not a string or a list of strings'] })
  return splitNames(value).map(unquoted)
}

const splitNames = (text: string): string[] => (text.match(/(?:"(?:[^"]|"")*"|[^",])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')
const unquoted = (text: string): string => (/^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text)

/** `name`, `"a name" desc nulls last`, several with commas between. */
function sortOf(params: Params): { field: string; descending: boolean }[] {
  const value = jsonParam(params, 'sort')
  const parts = value === undefined ? [] : Array.isArray(value) ? value.map(String) : splitNames(String(value))
  return parts.map((part) => {
    const [, field = '', direction] = /^("(?:[^"]|"")*"|.+?)(?:\s+(asc|desc))?(?:\s+nulls\s+(?:first|last))?$/is.exec(part.trim()) ?? []
    return { field: unquoted(field), descending: direction?.toLowerCase() === 'desc' }
  })
}

const comparisons: Readonly<Record<string, 'lt' | 'lte' | 'gt' | 'gte' | 'ne'>> = { lt: 'lt', lte: 'lte', gt: 'gt', gte: 'gte', ne: 'ne' }

/** Filters by column: a value, a list of values, or comparisons as `{"gte": 2020, "lt": 2024}`. @throws ApiFailure */
export function conditionsOf(params: Params, key = 'filters'): Condition[] {
  const filters = jsonParam(params, key)
  if (filters === undefined) return []
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters)) throw invalid({ [key]: ['Not a dictionary'] })
  return Object.entries(filters as Record<string, Cell>).flatMap(([field, wanted]): Condition[] => {
    if (Array.isArray(wanted)) return [{ field, is: 'in', values: wanted as Cell[] }]
    if (typeof wanted !== 'object' || wanted === null) return [{ field, is: 'in', values: [wanted] }]
    return Object.entries(wanted as Record<string, Cell>).map(([sign, value]): Condition => {
      if (sign === 'eq') return { field, is: 'in', values: [value] }
      if (sign === 'in' && Array.isArray(value)) return { field, is: 'in', values: value as Cell[] }
      const comparison = comparisons[sign]
      if (!comparison) throw invalid({ [key]: [`Unknown comparison "${sign}" of field "${field}". There are: eq, ne, lt, lte, gt, gte, in.`] })
      return { field, is: comparison, value }
    })
  })
}

/** `q` for the whole row or by column, and `full_text`, which CKAN adds to it. */
function wordsOf(params: Params): Words[] {
  const plain = flagParam(params, 'plain', true)
  const full = textParam(params, 'full_text')
  const q = jsonParam(params, 'q')
  const texts = full ? [textIn(full, plain)] : []
  if (q === undefined) return texts
  if (typeof q !== 'object' || q === null) return [...texts, textIn(String(q), plain)]
  if (Array.isArray(q)) throw invalid({ q: ['Not a string or a dictionary'] })
  return [...texts, ...Object.entries(q as Record<string, unknown>).map(([field, text]) => ({ ...textIn(String(text), plain), fields: [field] }))]
}

/** With `plain: false` the text is in the language of PostgreSQL's to_tsquery: `word & beginning:*` is understood. */
function textIn(text: string, plain: boolean): Words {
  if (plain) return { text }
  if (/[|!()<>]/.test(text)) throw invalid({ q: ['Only words, "&" and ":*" at the end of the last word are understood when plain is false.'] })
  const unfinished = /:\*\s*$/.test(text)
  if (/:\*(?!\s*$)/.test(text)) throw invalid({ q: ['":*" may stand at the end of the last word only.'] })
  return { text: text.replace(/:\*\s*$/, '').replaceAll('&', ' ').replaceAll("'", ' '), prefix: unfinished }
}

const places: Readonly<Record<QueryRefusal['code'], string>> = {
  'open-data.store.unknown-field': 'fields', 'open-data.store.wrong-value': 'filters', 'open-data.store.wrong-aggregate': 'fields', 'open-data.store.too-many-rows': 'limit',
  'open-data.store.too-long': 'query', 'open-data.store.too-much': 'query', 'open-data.store.no-columns': 'fields', 'open-data.store.named-twice': 'fields', 'open-data.store.replaced': 'query',
} // prettier-ignore

/** Why a question was refused, in CKAN's form. */
export const refusedQuestion = ({ code, field, values }: QueryRefusal) => invalid({ [places[code]]: [sentenceOf(code, field, values)] })

function sentenceOf(code: QueryRefusal['code'], field: string | undefined, values: QueryRefusal['values']): string {
  if (code === 'open-data.store.unknown-field') return `field "${field ?? ''}" not in table`
  if (code === 'open-data.store.wrong-value') return `invalid input for field "${field ?? ''}" of type ${values?.['type'] ?? ''}: ${values?.['value'] ?? ''}`
  if (code === 'open-data.store.too-many-rows') return `at most ${values?.['rows'] ?? mostRows} rows of these columns in one answer`
  if (code === 'open-data.store.too-long') return `The query took longer than ${values?.['seconds'] ?? ''} seconds and was stopped.`
  return code
}
