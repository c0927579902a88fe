import { fold } from './fold.ts'

// The German stemmer of the Snowball project (snowballstem.org, algorithm of M. Porter, BSD-3-Clause), written anew for folded text,
// with three additions: -in and -innen after -er fall away, -n after -l too (Ampeln, Regeln; both as in Snowball 3), and a plural -s after
// a vowel (Kitas, Autos), which Snowball keeps.
const vowels = 'aeiouy'
const sEnding = 'bdfghklmnrt'
const stEnding = 'bdfghklmnt'
const cache = new Map<string, string>()
const cacheLimit = 200_000

/** Stem of one folded word: `hauser` -> `haus`. Words with other than a-z stay as they are. */
export function stem(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known
  const made = /^[a-z]{3,}$/.test(word) ? cut(word) : word
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(word, made)
  return made
}

/** Stems of all words of a text. */
export const stems = (text: string): string[] => fold(text).split(' ').filter(Boolean).map(stem)

function cut(whole: string): string {
  let word = whole.length >= 7 ? whole.replace(/er(?:in|innen)$/, 'er') : whole
  const r1 = Math.max(3, regionAfter(word, 0))
  const r2 = regionAfter(word, regionAfter(word, 0))
  word = inflection(word, r1)
  word = comparison(word, r1)
  word = derivation(word, r1, r2)
  return word.length >= 5 ? word.replace(/([aiouy])s$/, '$1') : word
}

// R1 and R2 of Snowball: what follows the first consonant after a vowel.
function regionAfter(word: string, start: number): number {
  for (let i = start + 1; i < word.length; i++) if (!isVowel(word, i) && isVowel(word, i - 1)) return i + 1
  return word.length
}

const isVowel = (word: string, at: number): boolean => vowels.includes(word.charAt(at))

function inflection(word: string, r1: number): string {
  const ending = longest(word, ['em', 'ern', 'er', 'e', 'en', 'es', 's', 'ln', 'lns'])
  if (!ending || word.length - ending.length < r1) return word
  if (ending[0] === 'l') return word.slice(0, 1 - ending.length)
  if (ending === 's') return sEnding.includes(word.at(-2) ?? ' ') ? word.slice(0, -1) : word
  const rest = word.slice(0, -ending.length)
  return ending[0] === 'e' && ending !== 'em' && !ending.startsWith('er') && rest.endsWith('niss') ? rest.slice(0, -1) : rest
}

function comparison(word: string, r1: number): string {
  const ending = longest(word, ['en', 'er', 'est', 'st'])
  if (!ending || word.length - ending.length < r1) return word
  if (ending !== 'st') return word.slice(0, -ending.length)
  return word.length >= 6 && stEnding.includes(word.at(-3) ?? ' ') ? word.slice(0, -2) : word
}

function derivation(word: string, r1: number, r2: number): string {
  const ending = longest(word, ['end', 'ung', 'ig', 'ik', 'isch', 'lich', 'heit', 'keit'])
  if (!ending || word.length - ending.length < r2) return word
  const rest = word.slice(0, -ending.length)
  const drop = (suffix: string, region: number, unless = '') =>
    rest.endsWith(suffix) && rest.length - suffix.length >= region && !(unless && rest.slice(0, -suffix.length).endsWith(unless))
      ? rest.slice(0, -suffix.length)
      : rest
  if (ending === 'end' || ending === 'ung') return drop('ig', r2, 'e')
  if (ending === 'ig' || ending === 'ik' || ending === 'isch') return rest.endsWith('e') ? word : rest
  if (ending === 'keit') return rest.endsWith('lich') ? drop('lich', r2) : drop('ig', r2)
  return rest.endsWith('er') ? drop('er', r1) : drop('en', r1)
}

const longest = (word: string, endings: readonly string[]): string | undefined =>
  endings.filter((ending) => word.endsWith(ending)).sort((a, b) => b.length - a.length)[0]
