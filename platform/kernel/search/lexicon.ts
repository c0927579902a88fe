import { fold, words } from './fold.ts'
import { nouns } from './nouns.ts'
import { seed } from './synonym-seed.ts'
import type { Split } from './split.ts'
import { stem } from './stem.ts'

/** What explains compounds: how many public texts hold a word or its stem, over all towns of the installation. */
export type Lexicon = {
  /** Document frequency of the folded word or of its stem, whichever is larger. */
  frequency(word: string): number
  /** Adds texts' words that were just indexed, without reading the database again. */
  learn(word: string, documents: number, asHolder: boolean): void
  /** Names of places and publishers, which must not fall apart. */
  readonly whole: ReadonlySet<string>
  /** Splits found so far; emptied when the lexicon has grown by a tenth. */
  readonly splits: Map<string, Split>
}

export type WordCount = { word: string; ndoc: number; nholder: number }

// Publishers' names that are ordinary words all the same: by their last part, or as a whole.
const ordinaryEnding =
  /(?:gesetz|amt|werke|schule|verein|verband|institut|akademie|zentrum|museum|bibliothek|bucherei|verwaltung|ministerium|dienst|dienste|kammer|kasse|haus|archiv|betrieb|wehr|rat)$/
const ordinary = new Set(words('Stadt Kreis Gemeinde Land Landes Bund Bundes Verkehr Polizei Statistik statistisches öffentliche soziale technische'))

/** Lexicon of counted words plus the shipped nouns and all synonym terms, which count as seen twice. */
export function makeLexicon(counted: Iterable<WordCount>): Lexicon {
  const byWord = new Map<string, number>()
  const byStem = new Map<string, number>()
  const whole = new Set<string>()
  const splits = new Map<string, Split>()
  let learned = 0
  let size = 0
  const add = (word: string, documents: number) => {
    byWord.set(word, (byWord.get(word) ?? 0) + documents)
    const root = stem(word)
    byStem.set(root, (byStem.get(root) ?? 0) + documents)
  }
  const learn = (word: string, documents: number, asHolder: boolean) => {
    add(word, documents)
    if (asHolder && word.length > 4 && !ordinary.has(word) && !ordinaryEnding.test(word)) whole.add(word)
    if ((learned += documents) < size / 10 + 1000) return
    size += learned
    learned = 0
    splits.clear()
  }
  for (const noun of nouns) add(noun, 2)
  for (const { term, alt } of seed) for (const word of fold(`${term} ${alt}`).split(' ')) add(word, 2)
  for (const { word, ndoc, nholder } of counted) learn(word, ndoc, nholder > 0)
  splits.clear()
  return { frequency: (word) => Math.max(byWord.get(word) ?? 0, byStem.get(stem(word)) ?? 0), learn, whole, splits }
}
