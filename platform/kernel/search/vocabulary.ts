import { fold } from './fold.ts'
import { seed } from './synonym-seed.ts'
import { stem } from './stem.ts'

/** What the database said about the words of one query in one town. */
export type Vocabulary = {
  /** Public texts of the town. */
  documents: number
  /** Texts that hold this folded word. */
  count(word: string): number
  /** Texts that hold a form of this word. */
  countStem(stem: string): number
  /** Words of texts that are spelled alike, nearest first, for words no text has. */
  near(word: string): readonly { word: string; ndoc: number }[]
  /** The town's own synonyms and removals for the words asked about. */
  synonyms: readonly TownSynonym[]
}
export type TownSynonym = { term: string; alt: string; removed: boolean }

/** Key under which a synonym is found: the stems of its folded words. */
export const synonymKey = (text: string): string =>
  fold(text)
    .split(' ')
    .map(stem)
    .join(' ')

const seedByKey = new Map<string, string[]>()
for (const { term, alt } of seed) {
  const key = synonymKey(term)
  const alts = seedByKey.get(key) ?? []
  const folded = fold(alt)
  if (!alts.includes(folded) && synonymKey(alt) !== key) seedByKey.set(key, [...alts, folded])
}

/** Folded alternatives of a word or of a few words in a row: shipped ones and the town's, without those the town removed. */
export function synonymsOf(text: string, town: readonly TownSynonym[]): string[] {
  const key = synonymKey(text)
  const own = town.filter((entry) => synonymKey(entry.term) === key)
  const removed = new Set(own.filter((entry) => entry.removed).map((entry) => synonymKey(entry.alt)))
  const all = [...(seedByKey.get(key) ?? []), ...own.filter((entry) => !entry.removed).map((entry) => fold(entry.alt))]
  return [...new Set(all)].filter((alt) => !removed.has(synonymKey(alt)))
}

