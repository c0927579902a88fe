/** Letters under which places appear. */
export const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const

/** Whole numbers from 0 to 2^32 - 1 in an order that a seed decides (mulberry32). The same seed gives the same order; not for secrets. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}

/** A number out of a text, for seeds (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The items in an order that the seed decides (Fisher and Yates). Whoever does not know the seed cannot tell the order from the items. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const next = numbersFrom(seed)
  const order = [...items]
  for (let at = order.length - 1; at > 0; at--) {
    const other = next() % (at + 1)
    const [a, b] = [order[at], order[other]]
    if (a === undefined || b === undefined) continue
    order[at] = b
    order[other] = a
  }
  return order
}
