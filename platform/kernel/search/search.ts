import type { UnitOfWork } from '../database/index.ts'
import { facetId } from './document.ts'
import { joinedForms, makeGroups, quote, type Group } from './groups.ts'
import type { Lexicon } from './lexicon.ts'
import { currentLexicon, noteSize } from './lexicon-cache.ts'
import { missedSoFar } from './missed.ts'
import { foldedQuery, parseQuery, type ParsedQuery } from './parse-query.ts'
import * as queries from './queries.ts'
import { levels } from './relax.ts'
import type { SearchHit, SearchRequest, SearchResult } from './schema.ts'
import { split } from './split.ts'
import { stem } from './stem.ts'
import { infinitive } from './verbs.ts'
import { synonymKey, type Vocabulary } from './vocabulary.ts'

/** Matches above this number are not all ranked: exact titles and matching titles go first. */
const candidates = 10_000
/** Pages reach this far. */
const lastHit = 10_000

/**
 * The one search of all services: stems, compounds, spellings, typing errors, synonyms, facets with exact counts. Two round trips.
 * To be called in a reading unit of work of its own: after a write in the same transaction a sharded server refuses it.
 */
export async function search(db: UnitOfWork, request: SearchRequest): Promise<SearchResult> {
  const query = parseQuery(request.q)
  const groups = query.words.length + query.phrases.length > 0 ? await understand(db, query, request.asTyped ?? false) : []
  const found = await queries.run(db, toRequest(db.now, query, groups, request))
  const relaxed = found.level > 1
  if (!request.facets && request.from === 0) missedSoFar.note(db.tenant, request.q, query, found.total, db.now)
  return {
    total: found.total,
    hits: found.hits.map(toHit),
    facets: Object.fromEntries(Object.entries(found.facets).map(([name, listed]) => [name, listed.map(([value, count]) => ({ value, count }))])),
    corrected: groups.flatMap(({ corrected }) => (corrected ? [corrected] : [])),
    relaxed,
  }
}

async function understand(db: UnitOfWork, query: ParsedQuery, asTyped: boolean): Promise<Group[]> {
  const lexicon = await currentLexicon(db)
  const vocabulary = await askVocabulary(db, query, lexicon)
  noteSize(db.tenant, vocabulary.documents)
  return makeGroups(query, vocabulary, lexicon, asTyped)
}

async function askVocabulary(db: UnitOfWork, query: ParsedQuery, lexicon: Lexicon): Promise<Vocabulary> {
  const single = [...new Set([...query.words, ...query.phrases.flat()])]
  const verbs = query.words.map(infinitive).filter((verb) => verb !== undefined)
  const parts = query.words.flatMap((word) => split(word, lexicon).all)
  // The unsure words come first: the database looks for similar ones where it finds no stem in the same place.
  const unsure = query.words.filter((word) => word.length >= 4 && !/\d/.test(word))
  const stems = [...unsure, ...single, ...verbs, ...parts].map(stem)
  const looked = await queries.look(db, {
    words: [...single, ...joinedForms(query.words)],
    stems,
    unsure,
    terms: synonymTerms([...query.words, ...verbs]),
  })
  return {
    documents: looked.documents,
    count: (word) => looked.words[word] ?? 0,
    countStem: (root) => looked.stems[root] ?? 0,
    near: (word) => (looked.near[word] ?? []).map(([other, ndoc]) => ({ word: other, ndoc })),
    synonyms: looked.synonyms.map(([term, alt, removed]) => ({ term, alt, removed })),
  }
}

// Single words, and two or three in a row.
const synonymTerms = (words: readonly string[]): string[] =>
  [1, 2, 3].flatMap((size) => words.slice(0, Math.max(0, words.length - size + 1)).map((_, at) => synonymKey(words.slice(at, at + size).join(' '))))

function toRequest(now: Date, query: ParsedQuery, groups: readonly Group[], request: SearchRequest): object {
  const { service, kind, audiences, facets, count = true, from, size, sort = 'relevance' } = request
  const chosen = Object.entries(facets ?? {}).filter(([, values]) => values.length > 0)
  return {
    levels: groups.length > 0 ? levels(groups, query.excluded.map((word) => quote(stem(word)))) : [],
    terms: groups.flatMap((group, i) => [...group.alternatives, ...group.heads].map(({ match, weight }) => [match, weight * group.idf, i])),
    folded: foldedQuery(query),
    ...(service === undefined ? {} : { service }),
    ...(kind === undefined ? {} : { kind }),
    ...(audiences === undefined ? {} : { audiences }),
    chosen: Object.fromEntries(chosen.map(([facet, values]) => [facet, values.map((value) => facetId(facet, value))])),
    count,
    from: Math.min(from, lastHit),
    size: Math.max(0, Math.min(size, lastHit - from)),
    sort,
    candidates,
    now,
  }
}

const toHit = ([service, kind, ref, title, url, score, level, updated]: queries.Found['hits'][number]): SearchHit => ({
  service, kind, ref, title, url, score, loose: level > 0, updated: updated === null ? undefined : new Date(updated),
}) // prettier-ignore
