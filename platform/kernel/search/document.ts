import { createHash } from 'node:crypto'
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

/** Distinct words of a public record for the town's vocabulary, with the spelling first met. Nothing for other audiences. */
export function vocabularyOf(record: Pick<SearchRecord, 'audience' | 'title' | 'keywords' | 'holder' | 'body'>): Map<string, { surface: string; asHolder: boolean }> {
  const found = new Map<string, { surface: string; asHolder: boolean }>()
  if ((record.audience ?? 'public') !== 'public') return found
  const take = (text: string, asHolder: boolean) => {
    for (const surface of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      for (const word of fold(surface).split(' ')) {
        if (word === '' || word.length > longestWord || stopWords.has(word) || /\d{5}/.test(word)) continue
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

export type FacetValue = { id: number; facet: string; value: string }

/** Facet values of a record with their ids. */
export const facetValues = (facets: SearchRecord['facets']): FacetValue[] =>
  Object.entries(facets ?? {}).flatMap(([facet, values]) => [...new Set(values)].map((value) => ({ id: facetId(facet, value), facet: clean(facet), value: clean(value) })))

/** Identity of a facet's value: the same on every machine, made without asking the database. */
export const facetId = (facet: string, value: string): number => hashOf([clean(facet), clean(value)])

/** Ids of all facet values of a record, in their order. */
export const facetCodes = (facets: SearchRecord['facets']): number[] => facetValues(facets).map(({ id }) => id).sort((a, b) => a - b)

/** Identity of a combination of facets. */
export const facetSetId = (record: SearchRecord): number => hashOf([record.service, record.kind, record.audience ?? 'public', ...facetCodes(record.facets)])

// 52 bits: exact in a double, and among a million combinations a collision has a chance of one in ten thousand.
const hashOf = (parts: readonly (string | number)[]): number => Number.parseInt(createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 13), 16)

/** Equal when nothing of the record, nor how its compounds are understood, has changed. */
export const digestOf = (record: SearchRecord, tsvector: string): string =>
  createHash('sha256')
    .update(JSON.stringify([record.title, record.keywords, record.holder, record.body, record.url, record.updated, facetSetId(record), tsvector]))
    .digest('base64url')

/** PostgreSQL texts hold no NUL, and half a surrogate pair is no character. */
export const clean = (text: string): string => text.replaceAll('\0', ' ').toWellFormed()
