import { randomBytes } from './bytes.ts'
import { wordList } from './word-list/list.ts'

/** 8,192 German words in alphabetical order: 13 bits each. How they were chosen: word-list/README.md. */
export const words: readonly string[] = wordList.split(' ')

/** Bits of one word. */
export const wordBits = 13

/** A word as it counts: small letters, umlauts and ß as two letters, accents and everything else left out. */
export function foldWord(word: string): string {
  return foldText(word).replaceAll(/[^a-z]/g, '')
}

/** The same for a whole text: what is no letter or digit stays. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll(/ß|ẞ/g, 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
}

// Some keyboards have no umlauts, and some people write u for ü: both ways lead to the word. No two words share one of these forms.
const places = new Map<string, number>()
for (const [at, word] of words.entries()) {
  places.set(foldWord(word), at)
  places.set(foldWord(word.normalize('NFKD').replaceAll(/\p{M}/gu, '')), at)
}

/** The place of a typed word in the list, or nothing. */
export const placeOf = (typed: string): number | undefined => places.get(foldWord(typed))

/** Words drawn evenly: 8,192 is a power of two, so the lower 13 bits of a random number favour none. */
export function randomWords(count: number): string[] {
  const drawn = randomBytes(count * 2)
  const chosen = Array.from({ length: count }, (_, at) => words[(((drawn[at * 2] ?? 0) << 8) | (drawn[at * 2 + 1] ?? 0)) & (words.length - 1)] ?? '')
  drawn.fill(0)
  return chosen
}

/** The first bits of some bytes as words. */
export function wordsOfBits(bytes: Uint8Array, count: number): string[] {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: count }, (_, at) => words[Number((bits >> BigInt(bytes.length * 8 - (at + 1) * wordBits)) & BigInt(words.length - 1))] ?? '')
}

/** Words somebody may have meant, the nearest first: at most three, at most two letters away. */
export function nearWords(typed: string): string[] {
  const folded = foldWord(typed)
  const near = words.map((word) => ({ word, distance: editDistance(folded, foldWord(word), 2) })).filter(({ distance }) => distance <= 2)
  return near.toSorted((one, other) => one.distance - other.distance).slice(0, 3).map(({ word }) => word)
}

/** Letters to change, add or leave out, counted up to `most` and one more. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[other.length] ?? most + 1
}
