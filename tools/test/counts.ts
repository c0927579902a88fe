/** What node's test runner says at the end of its output, in either of its two spellings (`ℹ pass 3`, `# pass 3`). */
export type Counts = { passed: number; failed: number; skipped: number }

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

export function readCounts(output: string): Counts {
  const last = (word: string) => Number([...output.matchAll(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, 'gmu'))].at(-1)?.[1] ?? 0)
  return { passed: last('pass'), failed: last('fail') + last('cancelled'), skipped: last('skipped') + last('todo') }
}

export const add = (a: Counts, b: Counts): Counts => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped })
