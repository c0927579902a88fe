/** The key that was probably meant: the same letters in another case, or two letters off at most. */
export function similarKey(name: string, keys: readonly string[]): string | undefined {
  if (name.length < 3 || name.length > 40) return undefined
  const near = keys.map((key) => ({ key, off: distance(name.toLowerCase(), key.toLowerCase()) })).toSorted((a, b) => a.off - b.off)[0]
  return near && near.off <= 2 && near.off < near.key.length / 2 ? near.key : undefined
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
