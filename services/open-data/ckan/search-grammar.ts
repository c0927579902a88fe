/**
 * The part of Solr's query language that clients of CKAN's `package_search` use: words, phrases, `field:value`, `+must`,
 * `-must-not`, `AND OR NOT && || !`, groups, ranges `[a TO b]` and `{a TO b}`, wildcards, boosts and fuzziness (read and
 * kept, they only influence ranking). Anything else is a `Search Query Error`, never an exception.
 */
import { QueryProblem, tokenise } from './search-tokens.ts'
import type { Token } from './search-tokens.ts'

export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'term'; readonly field?: string; readonly value: string; readonly wildcard: boolean; readonly boost?: number; readonly fuzzy?: number }
  | { readonly kind: 'phrase'; readonly field?: string; readonly value: string; readonly slop?: number; readonly boost?: number }
  | { readonly kind: 'range'; readonly field: string; readonly from: string | null; readonly to: string | null; readonly includeFrom: boolean; readonly includeTo: boolean }
  | { readonly kind: 'not'; readonly query: Query }
  | { readonly kind: 'and' | 'or'; readonly queries: readonly Query[] }
  /** Solr's default clause list: `must` and `mustNot` decide, `should` decides when there is no `must`. */
  | { readonly kind: 'clauses'; readonly must: readonly Query[]; readonly should: readonly Query[]; readonly mustNot: readonly Query[] }

/** The error clients know by its `__type`. `at` counts characters from 0. */
export type SearchQueryError = { readonly ok: false; readonly type: 'Search Query Error'; readonly message: string; readonly at: number }
export type ParsedQuery = { readonly ok: true; readonly query: Query } | SearchQueryError

const MAX_LENGTH = 4000
const MAX_DEPTH = 32

/** Parses a `q` or `fq`. Nothing but spaces, and `*:*`, mean everything. */
export function parseSearchQuery(text: string): ParsedQuery {
  if (text.length > MAX_LENGTH) return { ok: false, type: 'Search Query Error', message: `The query is longer than ${MAX_LENGTH} characters`, at: MAX_LENGTH }
  try {
    const tokens = tokenise(text)
    if (tokens.length === 0) return { ok: true, query: { kind: 'all' } }
    const state = { tokens, next: 0, depth: 0 }
    const query = parseClauses(state)
    const left = tokens[state.next]
    if (left) throw new QueryProblem(`Unexpected '${sourceOf(left)}'`, left.at)
    return { ok: true, query }
  } catch (error) {
    if (error instanceof QueryProblem) return { ok: false, type: 'Search Query Error', message: error.message, at: error.at }
    throw error
  }
}

type State = { readonly tokens: readonly Token[]; next: number; depth: number }

type Signed = { readonly sign: '+' | '-' | ''; readonly query: Query }

/** A list of clauses. AND and OR join neighbours (AND binds tighter); without them clauses are optional unless signed. */
function parseClauses(state: State): Query {
  if (++state.depth > MAX_DEPTH) throw new QueryProblem('Too many brackets', state.tokens[state.next]?.at ?? 0)
  const alternatives: Signed[][] = [[]]
  let joined = false
  for (let token = state.tokens[state.next]; token && token.kind !== ')'; token = state.tokens[state.next]) {
    if (token.kind === 'and' || token.kind === 'or') {
      needsNeighbours(state, token, alternatives.at(-1) ?? [])
      joined = true
      state.next++
      if (token.kind === 'or') alternatives.push([])
    }
    alternatives.at(-1)?.push(parseClause(state))
  }
  state.depth--
  if (!joined) return plainClauses(alternatives[0] ?? [], state)
  const queries = alternatives.map((clauses) => oneOrAll(clauses.map(({ sign, query }): Query => (sign === '-' ? { kind: 'not', query } : query))))
  return queries.length === 1 && queries[0] ? queries[0] : { kind: 'or', queries }
}

function needsNeighbours(state: State, token: Token, before: readonly Signed[]): void {
  const after = state.tokens[state.next + 1]
  if (before.length === 0) throw new QueryProblem(`'${sourceOf(token)}' needs something before it`, token.at)
  if (!after || after.kind === ')' || after.kind === 'and' || after.kind === 'or') throw new QueryProblem(`'${sourceOf(token)}' needs something after it`, token.at)
}

const oneOrAll = (queries: readonly Query[]): Query => (queries.length === 1 && queries[0] ? queries[0] : { kind: 'and', queries })

function plainClauses(clauses: readonly Signed[], state: State): Query {
  const [only, second] = clauses
  if (!only) throw new QueryProblem('Something is missing between the brackets', state.tokens[state.next]?.at ?? 0)
  if (!second) return only.sign === '-' ? { kind: 'not', query: only.query } : only.query
  const signed = (sign: Signed['sign']) => clauses.filter((clause) => clause.sign === sign).map(({ query }) => query)
  return { kind: 'clauses', must: signed('+'), should: signed(''), mustNot: signed('-') }
}

function parseClause(state: State): Signed {
  const token = state.tokens[state.next]
  if (!token) throw new QueryProblem('The query ends too early', state.tokens.at(-1)?.at ?? 0)
  if (token.kind === '+' || token.kind === '-') {
    state.next++
    return { sign: token.kind, query: parseOperand(state, undefined) }
  }
  if (token.kind === 'not') {
    state.next++
    if (++state.depth > MAX_DEPTH) throw new QueryProblem('Too many negations', token.at)
    const inner = parseClause(state)
    state.depth--
    return inner.sign === '-' ? { sign: '', query: inner.query } : { sign: '-', query: inner.query }
  }
  return { sign: '', query: parseOperand(state, undefined) }
}

function parseOperand(state: State, field: string | undefined): Query {
  const token = state.tokens[state.next]
  if (!token) throw new QueryProblem('The query ends too early', state.tokens.at(-1)?.at ?? 0)
  state.next++
  if (token.kind === '(') return parseGroup(state, field, token.at)
  if (token.kind === 'phrase') return withSuffixes(state, { kind: 'phrase', ...(field !== undefined && { field }), value: token.value })
  if (token.kind === 'range') return range(token, field)
  if (token.kind === '-' && field !== undefined) throw new QueryProblem(`'-' stands before the field`, token.at)
  if (token.kind !== 'word') throw new QueryProblem(`Unexpected '${sourceOf(token)}'`, token.at)
  const after = state.tokens[state.next]
  if (after?.kind === 'colon' && field === undefined) {
    if (token.wildcard && token.value !== '*') throw new QueryProblem('A field name has no wildcards', token.at)
    if (token.value !== '*' && !/^[\w.-]+$/.test(token.value)) throw new QueryProblem(`'${token.value}' is no field name`, token.at)
    state.next++
    const value = parseOperand(state, token.value)
    return value.kind === 'term' && value.field === '*' && value.value === '*' ? { kind: 'all' } : value
  }
  if (after?.kind === 'colon') throw new QueryProblem(`Unexpected ':'`, after.at)
  return withSuffixes(state, { kind: 'term', ...(field !== undefined && { field }), value: token.value, wildcard: token.wildcard })
}

function parseGroup(state: State, field: string | undefined, at: number): Query {
  const query = parseClauses(state)
  if (state.tokens[state.next]?.kind !== ')') throw new QueryProblem('A bracket is not closed', at)
  state.next++
  const suffix = state.tokens[state.next]
  if (suffix?.kind === 'suffix') state.next++                             // a boost of a group only ranks
  return field === undefined ? query : distribute(query, field, at)
}

/** `field:(a OR b)` is `field:a OR field:b`. */
function distribute(query: Query, field: string, at: number): Query {
  switch (query.kind) {
    case 'all': return query
    case 'term': case 'phrase': case 'range':
      if (query.field !== undefined && query.field !== '') throw new QueryProblem('A field inside a field', at)
      return { ...query, field }
    case 'not': return { kind: 'not', query: distribute(query.query, field, at) }
    case 'and': case 'or': return { kind: query.kind, queries: query.queries.map((q) => distribute(q, field, at)) }
    case 'clauses': {
      const each = (queries: readonly Query[]) => queries.map((q) => distribute(q, field, at))
      return { kind: 'clauses', must: each(query.must), should: each(query.should), mustNot: each(query.mustNot) }
    }
  }
}

function range(token: Extract<Token, { kind: 'range' }>, field: string | undefined): Query {
  const end = (value: string) => (value === '*' ? null : value)
  return { kind: 'range', field: field ?? '', from: end(token.from), to: end(token.to), includeFrom: token.open === '[', includeTo: token.close === ']' }
}

function withSuffixes(state: State, query: Extract<Query, { kind: 'term' | 'phrase' }>): Query {
  let result = query
  for (let token = state.tokens[state.next]; token?.kind === 'suffix'; token = state.tokens[state.next]) {
    state.next++
    if (token.sign === '^') result = { ...result, boost: token.value ?? 1 }
    else if (result.kind === 'phrase') result = { ...result, slop: token.value ?? 0 }
    else result = { ...result, fuzzy: token.value ?? 2 }
  }
  return result
}

const sources: Readonly<Record<string, string>> = { colon: ':', and: 'AND', or: 'OR', not: 'NOT' }
const sourceOf = (token: Token) => (token.kind === 'word' || token.kind === 'phrase' ? token.value : token.kind === 'range' ? token.open : token.kind === 'suffix' ? token.sign : sources[token.kind] ?? token.kind)

/** Writes a query so that reading it gives the same query. */
export function printSearchQuery(query: Query): string {
  switch (query.kind) {
    case 'all': return '*:*'
    case 'term': return `${prefix(query.field)}${query.wildcard ? query.value : escapeWord(query.value)}${query.fuzzy === undefined ? '' : `~${query.fuzzy}`}${boost(query.boost)}`
    case 'phrase': return `${prefix(query.field)}${quoted(query.value)}${query.slop === undefined ? '' : `~${query.slop}`}${boost(query.boost)}`
    case 'range': return `${prefix(query.field === '' ? undefined : query.field)}${query.includeFrom ? '[' : '{'}${rangeEnd(query.from)} TO ${rangeEnd(query.to)}${query.includeTo ? ']' : '}'}`
    case 'not': return `NOT ${nested(query.query)}`
    case 'and': case 'or': return query.queries.map(nested).join(query.kind === 'and' ? ' AND ' : ' OR ')
    case 'clauses': return [...query.must.map((q) => `+${nested(q)}`), ...query.should.map(nested), ...query.mustNot.map((q) => `-${nested(q)}`)].join(' ')
  }
}

const nested = (query: Query) => (query.kind === 'term' || query.kind === 'phrase' || query.kind === 'range' || query.kind === 'all' ? printSearchQuery(query) : `(${printSearchQuery(query)})`)
const prefix = (field: string | undefined) => (field === undefined ? '' : `${field}:`)
const boost = (value: number | undefined) => (value === undefined ? '' : `^${value}`)
const quoted = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`
const rangeEnd = (value: string | null) => (value === null ? '*' : quoted(value))
const escapeWord = (value: string) => (/^(?:AND|OR|NOT)$/.test(value) ? `\\${value}` : value.replace(/[\s\\"()[\]{}:^~*?!/+&|-]/g, '\\$&'))
