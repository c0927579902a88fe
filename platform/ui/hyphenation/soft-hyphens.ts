import german from 'hyphen/de-1996/index.js'
import { joints } from './joints.ts'

const shy = '\u00AD'
/** At least so many letters stay before and go after a break (ui.md, decision 10: limits 12 5 4). */
const before = 5
const after = 4

const stems = new Map(joints.map((entry) => [entry.replaceAll('|', ''), entry.split('|').map((part) => part.length)]))
const known = new Map<string, string>()
/** Labels repeat; the bound keeps a flood of user content from growing the table without end. */
const knownLimit = 5000

function breakAtJoints(word: string): string | undefined {
  const lower = word.toLowerCase()
  for (const [stem, lengths] of stems) {
    const start = lower.indexOf(stem)
    if (start < 0) continue
    let out = word.slice(0, start)
    if (start >= before) out += shy
    let at = start
    for (const [index, length] of lengths.entries()) {
      out += (index === 0 ? '' : shy) + word.slice(at, at + length)
      at += length
    }
    const rest = word.slice(at)
    return out + (rest.length >= 6 ? shy : '') + rest
  }
  return undefined
}

/** Drops break points the patterns offer too near to an end of the word. */
function keepEnds(parts: readonly string[]): string {
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  let out = ''
  let at = 0
  for (const part of parts) {
    if (at >= before && total - at >= after) out += shy
    out += part
    at += part.length
  }
  return out
}

function divide(word: string): string {
  return breakAtJoints(word) ?? keepEnds(german.hyphenateSync(word, { hyphenChar: shy, minWordLength: 5 }).split(shy))
}

function remember(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  if (known.size >= knownLimit) known.clear()
  const divided = divide(word)
  known.set(word, divided)
  return divided
}

/**
 * German text with soft hyphens in words of at least `minLetters` letters. For headings, labels, links and buttons only:
 * text that is copied or searched stays clean. Words that already hold a soft hyphen, addresses and words with digits
 * are left alone. Patterns: TeX `de-1996`, package `hyphen`.
 */
export function softHyphens(text: string, minLetters = 15): string {
  if (text.length < minLetters) return text
  return text.replaceAll(/\S+/gu, (run) => {
    if (run.length < minLetters || run.includes(shy) || /[@\d:.]\S/u.test(run)) return run
    return run.replaceAll(/\p{L}+/gu, (word) => (word.length < minLetters ? word : remember(word)))
  })
}
