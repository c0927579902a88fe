import { hash } from 'node:crypto'
import { fold, longestWord } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import type { SearchRecord } from './schema.ts'
import { split } from './split.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'

/** Letters of a body that are searched; a longer text is to be indexed in pieces, one record per page. */
export const bodyLimit = 200_000
// The database keeps positions up to 16,383 and no tsvector above one megabyte.
const lastPosition = 16_383
const positionsPerLexeme = 32

/** The lexemes of a record with positions and weights A to D, as the text form of a tsvector. */
export function toTsvector(record: SearchRecord, lexicon: Lexicon): string {
  const vector = makeVector()
  const title = fold(record.title)
  const keywords = fold((record.keywords ?? []).join(' '))
  const body = fold((record.body ?? '').slice(0, bodyLimit))
  vector.add(title, 'A')
  vector.add(`${keywords} ${fold(record.holder ?? '')}`, 'B')
  vector.add(partsOf(title, lexicon), 'B')
  vector.add(body, 'C')
  vector.add(partsOf(keywords, lexicon), 'C')
  vector.add(partsOf(body, lexicon), 'D')
  return vector.text()
}

function makeVector() {
  const places = new Map<string, string[]>()
  let position = 0
  return {
    add(folded: string, weight: 'A' | 'B' | 'C' | 'D') {
      if (folded === '') return
      for (const word of folded.split(' ')) {
        if (word === '' || word.length > longestWord) continue
        position = Math.min(position + 1, lastPosition)
        const lexeme = stem(word)
        const known = places.get(lexeme)
        if (!known) places.set(lexeme, [`${position}${weight}`])
        else if (known.length < positionsPerLexeme) known.push(`${position}${weight}`)
      }
      position++ // a phrase never reaches from one field into the next
    },
    text: () => [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' '),
  }
}

// Every part of every compound, and the street behind an abbreviated one.
function partsOf(folded: string, lexicon: Lexicon): string {
  const parts: string[] = []
  for (const word of folded.split(' ')) {
    parts.push(...split(word, lexicon).all)
    if (word.length > 5 && word.endsWith('str')) parts.push(`${word}asse`, 'strasse')
  }
  return parts.join(' ')
}

export type RecordWords = ReadonlyMap<string, { surface: string; asHolder: boolean }>

/** Distinct words of a public record for the town's vocabulary, with the spelling first met. Nothing for other audiences. */
export function vocabularyOf(record: Pick<SearchRecord, 'audience' | 'title' | 'keywords' | 'holder' | 'body'>): RecordWords {
  const found = new Map<string, { surface: string; asHolder: boolean }>()
  if ((record.audience ?? 'public') !== 'public') return found
  const take = (text: string, asHolder: boolean) => {
    for (const surface of new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu))) {
      for (const word of tellingWords(surface)) {
        const known = found.get(word)
        if (!known) found.set(word, { surface: surface.normalize('NFC'), asHolder })
        else if (asHolder) known.asHolder = true
      }
    }
  }
  take(record.title, false)
  take((record.keywords ?? []).join(' '), false)
  take((record.body ?? '').slice(0, bodyLimit), false)
  take(record.holder ?? '', true)
  return found
}

// Texts of a town repeat their words: folding each spelling once saves half of the work of indexing.
const knownSurfaces = new Map<string, readonly string[]>()
const mostSurfaces = 100_000

function tellingWords(surface: string): readonly string[] {
  const known = knownSurfaces.get(surface)
  if (known) return known
  const telling = fold(surface).split(' ').filter((word) => word !== '' && word.length <= longestWord && !stopWords.has(word) && !/\d{5}/.test(word))
  if (surface.length > longestWord) return telling
  if (knownSurfaces.size >= mostSurfaces) knownSurfaces.clear()
  knownSurfaces.set(surface, telling)
  return telling
}

export type FacetValue = { id: number; facet: string; value: string }
/** A record's facets as the tables keep them. */
export type FacetForm = {
  values: readonly FacetValue[]
  /** Ids of all values, in their order. */
  codes: readonly number[]
  /** Identity of the combination of all values. */
  set: number
  /** Ids it is counted by: the combination of what goes together (0: nothing), then of each facet that does not. Null: each value by itself. */
  counted: readonly number[] | null
  /** Combinations among the ids it is counted by, with their values. */
  parts: readonly { id: number; codes: readonly number[] }[]
}

/** Facets of a record with the identities of values and combinations: the same on every machine, made without asking the database. */
export function facetForm(record: Pick<SearchRecord, 'service' | 'kind' | 'audience' | 'facets' | 'separately'>): FacetForm {
  const values = facetValues(record.facets)
  const codes = inOrder(values)
  const setOf = (some: readonly number[]): number => hashOf([record.service, record.kind, record.audience ?? 'public', ...some])
  const form = { values, codes, set: setOf(codes) }
  const apart = groupsOf(values, new Set(record.separately?.map(clean)))
  if (apart.length === 1) return { ...form, counted: null, parts: [] }
  const ids = apart.map((group) => (group.length > 1 ? setOf(group) : (group[0] ?? 0)))
  return { ...form, counted: ids, parts: apart.flatMap((group, at) => (group.length > 1 ? [{ id: ids[at] ?? 0, codes: group }] : [])) }
}

// First what goes together, then each of the facets that do not, by name: the same again when a record is read back.
function groupsOf(values: readonly FacetValue[], separately: ReadonlySet<string>): number[][] {
  const apart = Map.groupBy(values.filter(({ facet }) => separately.has(facet)), ({ facet }) => facet)
  return [inOrder(values.filter(({ facet }) => !separately.has(facet))), ...[...apart].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => inOrder(group))]
}

const inOrder = (values: readonly FacetValue[]): number[] => values.map(({ id }) => id).sort((a, b) => a - b)

const facetValues = (facets: SearchRecord['facets']): FacetValue[] =>
  Object.entries(facets ?? {}).flatMap(([facet, values]) => [...new Set(values)].map((value) => ({ id: facetId(facet, value), facet: clean(facet), value: clean(value) })))

const facetIds = new Map<string, number>()
const mostFacetIds = 50_000

/** Identity of a facet's value. */
export function facetId(facet: string, value: string): number {
  const key = JSON.stringify([facet, value])
  const known = facetIds.get(key)
  if (known !== undefined) return known
  const made = hashOf([clean(facet), clean(value)])
  if (facetIds.size >= mostFacetIds) facetIds.clear()
  facetIds.set(key, made)
  return made
}

// 52 bits: exact in a double, and among a million combinations a collision has a chance of one in ten thousand.
const hashOf = (parts: readonly (string | number)[]): number => Number.parseInt(hash('sha256', JSON.stringify(parts)).slice(0, 13), 16)

/** Equal when nothing of the record, nor how its compounds are understood, has changed. */
export const digestOf = (record: SearchRecord, { set, counted }: FacetForm, tsvector: string): string =>
  hash('sha256', JSON.stringify([record.title, record.keywords, record.holder, record.body, record.url, record.updated, counted === null ? set : [set, ...counted], tsvector]), 'base64url')

/** PostgreSQL texts hold no NUL, and half a surrogate pair is no character. */
export const clean = (text: string): string => text.replaceAll('\0', ' ').toWellFormed()
