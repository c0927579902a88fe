import { longestWord } from './fold.ts'
import type { Lexicon } from './lexicon.ts'

// Compound splitting after Koehn and Knight (2003), "Empirical Methods for Compound Splitting": the words of a corpus explain its compounds.
// Unlike there a word is always split when a good split exists, because the whole word stays searchable too.

const shortParts = new Set('amt bau see weg rad ort tor hof rat hut tag bus tal ost sud gas ol bio not wc kfz pkw lkw mull eis uni bad ufer brot'.split(' '))
const noParts = new Set(
  (
    'heit keit schaft lich isch tion ation ung ungen tionen eine einer eines einem einen dies diese dieser ohne aber oder auch nach aus auf vor unter uber ' +
    'ende enden endes rung tung lung nung ssen sten stens igen iger iges eren eres erin innen chen lein ieren iert ierte ierung ierungen lichen licher liches ' +
    'ischen ischer isches barkeit losigkeit tert tern tersch ander andere anderen ihre ihrer mich dich sich wird sind haben sein seine hin her mit bei ' +
    'durch gegen zwischen hinter neben wegen ster stern sche schen scher sches erung erungen elle ellen ette etten enze enzen anze anzen ungs igkeit igkeiten lung ling linge'
  ).split(' '),
)
const badStart = /^(?:ng|nk|ck|tz|rt|nd|lt|rg|rk|rn|mb|bs|gs|ts|ds|ns|ls|rs)/
const threeConsonants = /^(?!schl|schm|schn|schr|schw|str|spr|pfl|pfr|sch|chr|spl|skl|phr|thr)[^aeiouy]{3}/
const linking = ['es', 'en', 'er', 's', 'n', 'e']

type Step = { parts: number; weight: number; from: number }

export type Split = {
  /** The parts that follow each other and make up the word. */
  readonly top: readonly string[]
  /** Parts of every level, without the word itself: `kindertagesstatten` -> kinder, tagesstatten, tages, statten. */
  readonly all: readonly string[]
}
const none: Split = { top: [], all: [] }

/** Takes a folded compound apart; both lists are empty when it is none, or a name. */
export function split(word: string, lexicon: Lexicon): Split {
  if (word.length < 7 || word.length > longestWord || lexicon.whole.has(word) || !/^[a-z]+$/.test(word)) return none
  const known = lexicon.splits.get(word)
  if (known) return known
  const top = bestSplit(word, lexicon)
  const made = top.length === 0 ? none : { top, all: [...new Set(top.flatMap((part) => [part, ...split(part, lexicon).all]))] }
  lexicon.splits.set(word, made)
  return made
}

// Fewest parts (two to four), then the largest sum of log frequencies.
function bestSplit(word: string, lexicon: Lexicon): string[] {
  const best: (Step | undefined)[] = [{ parts: 0, weight: 0, from: -1 }]
  for (let end = 3; end <= word.length; end++) {
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start]
      if (!before || before.parts >= 4 || (start === 0 && end === word.length)) continue
      const frequency = partFrequency(word.slice(start, end), end === word.length, lexicon)
      if (frequency < 2) continue
      const next = { parts: before.parts + 1, weight: before.weight + Math.log(frequency), from: start }
      const other = best[end]
      if (!other || next.parts < other.parts || (next.parts === other.parts && next.weight > other.weight)) best[end] = next
    }
  }
  const parts: string[] = []
  for (let end = word.length; end > 0; ) {
    const step = best[end]
    if (!step) return []
    parts.unshift(word.slice(step.from, end))
    end = step.from
  }
  return parts
}

function partFrequency(part: string, last: boolean, lexicon: Lexicon): number {
  if (!wellFormed(part)) return 0
  const own = lexicon.frequency(part)
  if (own >= 2 || last) return own
  for (const link of linking) {
    const bare = part.slice(0, -link.length)
    if (part.endsWith(link) && wellFormed(bare) && lexicon.frequency(bare) >= 2) return lexicon.frequency(bare)
  }
  return part.length < 4 ? 0 : Math.max(lexicon.frequency(`${part}e`), lexicon.frequency(`${part}en`))
}

function wellFormed(part: string): boolean {
  if (shortParts.has(part)) return true
  if (part.length < 4 || noParts.has(part)) return false
  return /[aeiouy]/.test(part) && /[^aeiouy]/.test(part) && !threeConsonants.test(part) && !badStart.test(part)
}
