// Makes list.ts from the words beside it: node services/help-chat/crypto/word-list/build.ts. How and from what: README.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const size = 8192
const endings = ['ern', 'est', 'em', 'en', 'er', 'es', 'et', 'st', 'e', 'n', 's', 't']

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'list.ts'), listSource(chooseWords()))

/** The words of list.ts, in alphabetical order. Throws when the sources do not yield enough. */
export function chooseWords(): string[] {
  const taken = new Set<string>()
  const chosen: string[] = []
  for (const group of [...readGroups('everyday.txt', true), ...readGroups('found.txt', false)]) {
    for (const word of sparse(group, taken)) {
      for (const mark of marksOf(word)) taken.add(mark)
      chosen.push(word)
    }
  }
  if (chosen.length < size) throw new Error(`Only ${chosen.length} words keep their distance; ${size} are needed.`)
  return chosen.slice(0, size).toSorted()
}

/** What list.ts says. */
export function listSource(words: readonly string[]): string {
  return `/** Made by build.ts. */\nexport const wordList =\n  '${words.join(' ')}'\n`
}

/** `asOne`: headings only put the words in order for those who read the file. */
function readGroups(name: string, asOne: boolean): string[][] {
  const parts = readFileSync(join(import.meta.dirname, name), 'utf8').split(/^#.*$/m)
  const groups = parts.map((part) => part.split(/\s+/).filter((word) => word !== '')).filter(({ length }) => length > 0)
  return asOne ? [groups.flat()] : groups
}

function fold(word: string): string {
  return word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
}

function bare(word: string): string {
  return word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')
}

/** Words that share a mark are too near: one letter apart, or only another ending of the same stem. Both ways to write umlauts count. */
function marksOf(word: string): Set<string> {
  const marks = new Set([`stem ${stem(bare(word))}`])
  for (const form of [fold(word), bare(word)]) {
    marks.add(form)
    for (let at = 0; at < form.length; at++) marks.add(`${form.slice(0, at)}*${form.slice(at + 1)}`)
    for (let at = 0; at <= form.length; at++) marks.add(`${form.slice(0, at)}*${form.slice(at)}`)
  }
  return marks
}

function stem(word: string): string {
  let so = word
  for (let round = 0; round < 2; round++) {
    const ending = endings.find((end) => so.endsWith(end) && so.length - end.length >= 3)
    if (!ending) break
    so = so.slice(0, -ending.length)
  }
  return so
}

/** As many words of a group as keep their distance: those with the fewest near ones first. */
function sparse(group: readonly string[], taken: ReadonlySet<string>): string[] {
  const words = [...new Set(group)].filter((word) => /^[a-zäöüß]{4,9}$/.test(word) && fold(word).length <= 9 && ![...marksOf(word)].some((mark) => taken.has(mark)))
  const near = nearOf(words)
  const open = new Set(words.keys())
  const kept: string[] = []
  while (open.size > 0) {
    let best = -1
    let fewest = Infinity
    for (const at of open) {
      const count = [...(near[at] ?? [])].filter((other) => open.has(other)).length
      if (count < fewest) [best, fewest] = [at, count]
      if (count === 0) break
    }
    kept.push(words[best] ?? '')
    open.delete(best)
    for (const other of near[best] ?? []) open.delete(other)
  }
  return kept
}

function nearOf(words: readonly string[]): Set<number>[] {
  const byMark = new Map<string, number[]>()
  for (const [at, word] of words.entries()) for (const mark of marksOf(word)) byMark.set(mark, [...(byMark.get(mark) ?? []), at])
  const near = words.map(() => new Set<number>())
  for (const places of byMark.values()) for (const one of places) for (const other of places) if (one !== other) near[one]?.add(other)
  return near
}
