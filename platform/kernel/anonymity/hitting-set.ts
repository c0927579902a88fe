/** One of these at least must be taken. */
export type Cut = readonly number[]

const mostSteps = 50_000

/**
 * The cheapest choice that takes something out of every cut: fewest first, then the smallest sum of costs. Branch and bound.
 * Undefined when the search was given up, or a cut is empty.
 */
export function cheapestHittingSet(cuts: readonly Cut[], costOf: (item: number) => number): Set<number> | undefined {
  let best: { items: readonly number[]; sum: number } | undefined
  let steps = 0
  look([], 0, new Set())
  return best && steps < mostSteps ? new Set(best.items) : undefined

  function look(taken: readonly number[], sum: number, barred: ReadonlySet<number>): void {
    if (++steps >= mostSteps) return
    const open = cuts.filter((cut) => !cut.some((item) => taken.includes(item)))
    if (open.length === 0) {
      if (isBetter(taken.length, sum)) best = { items: taken, sum }
      return
    }
    // Cuts without a common item need one each.
    if (!isBetter(taken.length + apart(open), sum)) return
    const choices = open.map((cut) => cut.filter((item) => !barred.has(item))).toSorted((a, b) => a.length - b.length)[0] ?? []
    const done = new Set(barred)
    for (const item of choices.toSorted((a, b) => costOf(a) - costOf(b) || a - b)) {
      look([...taken, item], sum + costOf(item), done)
      done.add(item)
    }
  }

  function isBetter(count: number, sum: number): boolean {
    return !best || count < best.items.length || (count === best.items.length && sum < best.sum)
  }
}

function apart(cuts: readonly Cut[]): number {
  const used = new Set<number>()
  let count = 0
  for (const cut of cuts) {
    if (cut.some((item) => used.has(item))) continue
    for (const item of cut) used.add(item)
    count++
  }
  return count
}
