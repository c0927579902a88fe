import { stem } from './stem.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words that a text has and that may have been meant, for a word that no text has. Known words, short words and numbers are never changed. */
export function repair(word: string, vocabulary: Vocabulary): { word: string; ndoc: number }[] {
  if (word.length < 4 || /\d/.test(word) || vocabulary.countStem(stem(word)) > 0 || vocabulary.count(word) > 0) return []
  const most = word.length <= 7 ? 1 : 2
  const meant = vocabulary
    .near(word)
    .map((candidate) => ({ ...candidate, distance: editDistance(word, candidate.word) }))
    .filter(({ word: other, distance }) => distance <= most && (distance === 1 || other[0] === word[0]))
    .sort((a, b) => a.distance - b.distance || b.ndoc - a.ndoc)
  const seen = new Set<string>()
  return meant.filter((candidate) => !seen.has(stem(candidate.word)) && seen.add(stem(candidate.word))).slice(0, 2)
}

/** Optimal string alignment distance: insert, delete, replace, swap neighbours (Damerau 1964), each costs 1. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
