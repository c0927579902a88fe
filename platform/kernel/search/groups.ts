import type { Lexicon } from './lexicon.ts'
import type { ParsedQuery } from './parse-query.ts'
import { repair } from './repair.ts'
import { split } from './split.ts'
import { stem } from './stem.ts'
import { infinitive } from './verbs.ts'
import { synonymsOf, type Vocabulary } from './vocabulary.ts'

/** One way to say a part of the query: a tsquery over stems, and how much a match is worth. */
export type Alternative = { match: string; weight: number }
/** One thing that is asked for; of its alternatives the best one counts. */
export type Group = {
  alternatives: Alternative[]
  /** Inverse document frequency: rare words decide. */
  idf: number
  /** Records that hold the word itself. */
  documents: number
  /** Rare parts of a compound, tried when the whole finds little. */
  heads: Alternative[]
  corrected?: { from: string; to: string }
}

// Found by search over the judged queries; see docs/search.md.
export const weights = { word: 1, verb: 0.8, synonym: 0.55, parts: 0.2, prefix: 0.8, joined: 0.8, repaired: 0.7, head: 0.1 }
const linking = ['', 's', 'n', 'en', 'es']

/** All joined forms of neighbouring words ("Müll Abfuhr" -> mullabfuhr), to be asked about beforehand. */
export const joinedForms = (words: readonly string[]): string[] =>
  words.slice(1).flatMap((word, i) => linking.map((link) => `${words[i]}${link}${word}`)).filter((form) => form.length >= 7 && form.length <= 60)

/** One group per phrase and per word. `original` leaves the words as typed, without repair. */
export function makeGroups(query: ParsedQuery, vocabulary: Vocabulary, lexicon: Lexicon, original = false): Group[] {
  const phrases = query.phrases.map((phrase) => ({
    alternatives: [{ match: phraseMatch(phrase), weight: weights.word }],
    idf: Math.max(...phrase.map((word) => idf(word, vocabulary))),
    documents: 0,
    heads: [],
  }))
  return [...phrases, ...runs(query.words, vocabulary).map((run) => (run.length > 1 ? runGroup(run, vocabulary) : wordGroup(run[0] ?? '', query.words, vocabulary, lexicon, original)))]
}

// Words that together are one synonym term ("künstliche Intelligenz") stay together.
function runs(words: readonly string[], vocabulary: Vocabulary): string[][] {
  const found: string[][] = []
  for (let at = 0; at < words.length; ) {
    const length = [3, 2].find((size) => at + size <= words.length && synonymsOf(words.slice(at, at + size).join(' '), vocabulary.synonyms).length > 0) ?? 1
    found.push(words.slice(at, at + length))
    at += length
  }
  return found
}

function runGroup(run: readonly string[], vocabulary: Vocabulary): Group {
  const own = run.map((word) => quote(stem(word))).join(' & ')
  const others = synonymsOf(run.join(' '), vocabulary.synonyms).map((alt) => ({ match: phraseMatch(alt.split(' ')), weight: weights.synonym }))
  return { alternatives: [{ match: `(${own})`, weight: weights.word }, ...others], idf: Math.max(...run.map((word) => idf(word, vocabulary))), documents: 0, heads: [] }
}

function wordGroup(word: string, all: readonly string[], vocabulary: Vocabulary, lexicon: Lexicon, original: boolean): Group {
  const alternatives = meanings(word, vocabulary, lexicon, 1)
  const verb = infinitive(word)
  if (verb) alternatives.push(...meanings(verb, vocabulary, lexicon, weights.verb))
  if (vocabulary.countStem(stem(word)) <= 2 && word.length >= 4) alternatives.push({ match: `${quote(word)}:*`, weight: weights.prefix })
  alternatives.push(...neighbours(word, all, vocabulary))
  const fixes = original ? [] : repair(word, vocabulary)
  for (const fix of fixes) alternatives.push(...meanings(fix.word, vocabulary, lexicon, weights.repaired))
  const [meant] = fixes
  const rarity = meant ? idfOf(meant.ndoc, vocabulary) : idf(word, vocabulary)
  const group: Group = { alternatives: strongest(alternatives), idf: rarity, documents: vocabulary.countStem(stem(word)), heads: heads(meant?.word ?? word, rarity, vocabulary, lexicon) }
  if (meant) group.corrected = { from: word, to: meant.word }
  return group
}

// Parts that are rare enough to say something by themselves.
const heads = (word: string, rarity: number, vocabulary: Vocabulary, lexicon: Lexicon): Alternative[] =>
  split(word, lexicon)
    .all.filter((part) => part.length >= 4 && idf(part, vocabulary) >= 3)
    .map((part) => ({ match: quote(stem(part)), weight: (weights.head * idf(part, vocabulary)) / rarity }))

// The word, its synonyms, and the parts of a compound (each with its own synonyms).
function meanings(word: string, vocabulary: Vocabulary, lexicon: Lexicon, weight: number): Alternative[] {
  const own = { match: quote(stem(word)), weight: weight * weights.word }
  const synonyms = synonymsOf(word, vocabulary.synonyms).map((alt) => ({ match: phraseMatch(alt.split(' ')), weight: weight * weights.synonym }))
  const parts = split(word, lexicon).top
  if (parts.length < 2) return [own, ...synonyms]
  const each = parts.map((part) => [part, ...synonymsOf(part, vocabulary.synonyms)].map((alt) => phraseMatch(alt.split(' '))))
  return [own, ...synonyms, { match: `(${each.map((any) => `(${any.join(' | ')})`).join(' & ')})`, weight: weight * weights.parts }]
}

// "Müll Abfuhr" also finds Müllabfuhr, when a text has that word.
function neighbours(word: string, all: readonly string[], vocabulary: Vocabulary): Alternative[] {
  const at = all.indexOf(word)
  const pairs = [[all[at - 1], word], [word, all[at + 1]]].filter((pair): pair is [string, string] => pair[0] !== undefined && pair[1] !== undefined)
  return pairs
    .flatMap(([left, right]) => linking.map((link) => `${left}${link}${right}`))
    .filter((form) => vocabulary.count(form) > 0)
    .map((form) => ({ match: quote(stem(form)), weight: weights.joined }))
}

function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, number>()
  for (const { match, weight } of alternatives) best.set(match, Math.max(best.get(match) ?? 0, weight))
  return [...best].map(([match, weight]) => ({ match, weight }))
}

/** Rarity as in BM25 (Robertson and Sparck Jones), never negative. */
export const idf = (word: string, vocabulary: Vocabulary): number => idfOf(vocabulary.countStem(stem(word)), vocabulary)

function idfOf(documents: number, vocabulary: Vocabulary): number {
  const df = Math.min(vocabulary.documents, Math.max(1, documents))
  return Math.log(1 + (vocabulary.documents - df + 0.5) / (df + 0.5))
}

export const phraseMatch = (phrase: readonly string[]): string => {
  const lexemes = phrase.map((word) => quote(stem(word)))
  return lexemes.length === 1 ? (lexemes[0] ?? '') : `(${lexemes.join(' <-> ')})`
}

// Folded words hold letters, marks and digits only: nothing in them can end the quotation.
export const quote = (lexeme: string): string => `'${lexeme}'`
