import { fold } from './fold.ts'
import { parseQuery } from './parse-query.ts'
import { stem } from './stem.ts'
import { synonymsOf } from './vocabulary.ts'

/** A piece of the original text; marked when it answers the query. */
export type Segment = { text: string; marked: boolean }

const shortestPart = 4

/**
 * The text in pieces, whole words marked that the query means: "grenzen" marks Landesgrenze, "haeuser" marks Häuser, "müll" marks Abfall.
 * Joined together the pieces are the text again, letter for letter.
 */
export function highlight(text: string, query: string): Segment[] {
  const wanted = wantedStems(query)
  if (wanted.size === 0) return text === '' ? [] : [{ text, marked: false }]
  const segments: Segment[] = []
  const push = (piece: string, marked: boolean) => {
    const last = segments.at(-1)
    if (last && last.marked === marked) last.text += piece
    else if (piece !== '') segments.push({ text: piece, marked })
  }
  let at = 0
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    push(text.slice(at, match.index), false)
    push(match[0], isWanted(match[0], wanted))
    at = match.index + match[0].length
  }
  push(text.slice(at), false)
  return segments
}

/** Whether a text has a word that the query means: as `highlight` marks it, for many texts and one query. */
export function matcherOf(query: string): (text: string) => boolean {
  const wanted = wantedStems(query)
  return (text) => wanted.size > 0 && text.match(/[\p{L}\p{M}\p{N}]+/gu)?.some((word) => isWanted(word, wanted)) === true
}

/** The piece of about `length` letters in which the query's words stand closest, cut at words, with marks. Ellipses where text is left out. */
export function snippet(text: string, query: string, length = 200): Segment[] {
  if (text.length <= length) return highlight(text, query)
  const wanted = wantedStems(query)
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].filter(([word]) => isWanted(word, wanted)).map(({ index }) => index)
  const start = wordStart(text, densest(found, length))
  const end = wordEnd(text, start + length)
  return highlight(`${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`, query)
}

function densest(found: readonly number[], length: number): number {
  let best = { from: 0, count: 0 }
  for (const from of found) {
    const count = found.filter((at) => at >= from && at < from + length - 20).length
    if (count > best.count) best = { from, count }
  }
  return Math.max(0, best.from - 20)
}

const wordStart = (text: string, at: number): number => (at === 0 ? 0 : Math.max(text.lastIndexOf(' ', at) + 1, at - 40))
const wordEnd = (text: string, at: number): number => {
  const space = text.lastIndexOf(' ', at)
  return at >= text.length ? text.length : space > at - 40 ? space : at
}

function wantedStems(query: string): Set<string> {
  const { words, phrases } = parseQuery(query)
  const all = [...words, ...phrases.flat()]
  const synonyms = all.flatMap((word) => synonymsOf(word, [])).filter((alt) => !alt.includes(' '))
  return new Set([...all, ...synonyms].map(stem))
}

// A compound counts when a wanted stem begins or ends it: no lexicon is needed to show what was found.
function isWanted(word: string, wanted: ReadonlySet<string>): boolean {
  return fold(word)
    .split(' ')
    .some((piece) => {
      const root = stem(piece)
      if (wanted.has(root)) return true
      for (const want of wanted) if (want.length >= shortestPart && (root.endsWith(want) || piece.startsWith(want))) return true
      return false
    })
}
