import type { Query } from '../../ckan/search-grammar.ts'
import { badQuery } from '../failure.ts'
import { fieldOf, type Field } from './fields.ts'
import { allOf, always, never, type Bound, type Filter, type Test } from './filter.ts'
import { likePattern, wordPattern } from './pattern.ts'
import { readMoment } from './time.ts'

/** A query taken apart: words for the town's search, choices its facets can make, and what only the catalogue itself can tell. */
export type Plan = { readonly words: string; readonly chosen: Readonly<Record<string, readonly string[]>>; readonly filter: Filter }

/** Joins `q` and every `fq`: all of them must hold. CKAN's default between clauses is AND. @throws ApiFailure for unknown fields */
export function planOf(queries: readonly Query[], now: Date): Plan {
  const words: string[] = []
  const chosen: Record<string, readonly string[]> = {}
  const rest: Filter[] = []
  for (const query of queries.flatMap(conjuncts)) {
    const word = wordOf(query)
    const choice = choiceOf(query)
    if (word !== undefined) words.push(word)
    else if (choice && !(choice.facet in chosen)) chosen[choice.facet] = choice.values
    else rest.push(toFilter(query, now))
  }
  return { words: words.join(' '), chosen, filter: allOf(rest) }
}

/** The same plan with the choices as a filter, for when the catalogue is asked without the search. */
export const wholeFilter = ({ chosen, filter }: Plan): Filter =>
  allOf([...Object.entries(chosen).map(([facet, values]): Filter => ({ kind: 'test', column: facet as 'theme', test: { is: 'equal', values } })), filter]) // the three facets are columns

function conjuncts(query: Query): Query[] {
  if (query.kind === 'all') return []
  if (query.kind === 'and') return query.queries.flatMap(conjuncts)
  if (query.kind === 'clauses') return [...[...query.must, ...query.should].flatMap(conjuncts), ...query.mustNot.map((inner): Query => ({ kind: 'not', query: inner }))]
  return [query]
}

const isFree = (field: string | undefined): boolean => field === undefined || field === 'text'

function wordOf(query: Query): string | undefined {
  if (query.kind === 'term' && isFree(query.field) && !query.wildcard) return query.value
  if (query.kind === 'phrase' && isFree(query.field)) return `"${query.value.replaceAll('"', ' ')}"`
  if (query.kind === 'not' && query.query.kind === 'term' && isFree(query.query.field) && /^[\p{L}\p{N}]+$/u.test(query.query.value)) return `-${query.query.value}`
  return undefined
}

const facetOf: Readonly<Record<string, string>> = { organization: 'organisation', groups: 'theme', res_format: 'format' }

function choiceOf(query: Query): { facet: string; values: readonly string[] } | undefined {
  if (query.kind === 'or') {
    const choices = query.queries.map(choiceOf)
    const [first] = choices
    return first && choices.every((choice) => choice?.facet === first.facet) ? { facet: first.facet, values: choices.flatMap((choice) => choice?.values ?? []) } : undefined
  }
  if ((query.kind !== 'term' && query.kind !== 'phrase') || query.field === undefined || (query.kind === 'term' && query.wildcard)) return undefined
  const facet = Object.hasOwn(facetOf, query.field) ? facetOf[query.field] : undefined
  return facet === undefined ? undefined : { facet, values: fieldOf(query.field)?.values?.(query.value) ?? [query.value] }
}

function toFilter(query: Query, now: Date): Filter {
  switch (query.kind) {
    case 'all':
      return always
    case 'not':
      return { kind: 'not', filter: toFilter(query.query, now) }
    case 'and':
      return allOf(query.queries.map((inner) => toFilter(inner, now)))
    case 'or':
      return { kind: 'or', filters: query.queries.map((inner) => toFilter(inner, now)) }
    case 'clauses':
      return allOf(conjuncts(query).map((inner) => toFilter(inner, now)))
    case 'term':
    case 'phrase':
    case 'range':
      return leaf(query, knownField(query.field), now)
  }
}

function knownField(name: string | undefined): Field {
  if (name === '') throw badQuery('a range needs a field')
  const field = fieldOf(name ?? 'text')
  if (!field) throw badQuery(`undefined field ${name}`)
  return field
}

function leaf(query: Extract<Query, { kind: 'term' | 'phrase' | 'range' }>, field: Field, now: Date): Filter {
  if (field.constant !== undefined) return holdsFor(query, field.constant) ? always : never
  if (field.column === undefined) return never
  return { kind: 'test', column: field.column, test: query.kind === 'range' ? rangeTest(query, field, now) : valueTest(query, field, now) }
}

function holdsFor(query: Extract<Query, { kind: 'term' | 'phrase' | 'range' }>, constant: string): boolean {
  if (query.kind === 'range') return (query.from === null || query.from <= constant) && (query.to === null || query.to >= constant)
  return query.value === constant || (query.kind === 'term' && query.wildcard && query.value === '*')
}

function valueTest(query: Extract<Query, { kind: 'term' | 'phrase' }>, field: Field, now: Date): Test {
  const wildcard = query.kind === 'term' && query.wildcard
  if (wildcard && query.value === '*') return { is: 'present' }
  if (field.as === 'time' || field.as === 'number') {
    const value = bound(query.value, true, field, now)
    return { is: 'range', from: value, to: value, of: field.as }
  }
  if (field.as === 'words') return { is: 'match', pattern: wordPattern(query.value, wildcard) }
  if (wildcard) return { is: 'like', pattern: likePattern(field.values === undefined || query.value !== query.value.toLowerCase() ? query.value : query.value.toUpperCase()) }
  return { is: 'equal', values: field.values?.(query.value) ?? [query.value] }
}

function rangeTest(query: Extract<Query, { kind: 'range' }>, field: Field, now: Date): Test {
  return {
    is: 'range',
    from: query.from === null ? undefined : bound(query.from, query.includeFrom, field, now),
    to: query.to === null ? undefined : bound(query.to, query.includeTo, field, now),
    of: field.as === 'time' || field.as === 'number' ? field.as : 'text',
  }
}

function bound(text: string, included: boolean, field: Field, now: Date): Bound {
  if (field.as === 'number') {
    const value = Number(text)
    if (!Number.isFinite(value) || text.trim() === '') throw badQuery(`'${text}' is not a number`)
    return { value, included }
  }
  if (field.as !== 'time') return { value: text, included }
  const value = readMoment(text, now)
  if (!value) throw badQuery(`Invalid Date String:'${text}'`)
  return { value, included }
}
