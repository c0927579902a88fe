import type { SigningKeyRow } from './queries.ts'

/** RS256 because the standard demands it, ES256 because it is small and fast, EdDSA for whoever asks for it. */
export const algorithms = ['RS256', 'ES256', 'EdDSA'] as const
export type Algorithm = (typeof algorithms)[number]

export type Key = Pick<SigningKeyRow, 'kid' | 'algorithm' | 'state' | 'activatedAt' | 'retiredAt' | 'createdAt'>

const hour = 3_600_000
const day = 24 * hour

/** Milliseconds a key is published before it signs: services keep a copy of the list of keys, mostly for an hour, at most for a day. */
export const publishedBefore = 24 * hour
/** Milliseconds a key signs before the next one is made. */
export const signsFor = 90 * day
/** The longest that anything signed here is shown again: an identity token at signing out, after a session of eight hours. And a day. */
export const publishedAfter = 8 * hour + day

/** What is due for the keys of a town. The order is the order in which it is done. */
export type KeyStep = { do: 'delete'; kid: string } | { do: 'switch'; algorithm: Algorithm; from: string; to: string } | { do: 'make'; algorithm: Algorithm; state: 'next' | 'active' }

/**
 * The steps that are due now. Each algorithm has one active key, at most one next; a key signs a day after it was published and
 * stays published until everything signed by it is over.
 *
 * @param begin a person wants the rotation to begin today
 */
export function dueSteps(keys: readonly Key[], now: Date, { begin = false }: { begin?: boolean } = {}): KeyStep[] {
  const over = keys.filter(({ state, retiredAt }) => state === 'retired' && retiredAt !== null && since(retiredAt, now) >= publishedAfter)
  return [...over.map(({ kid }) => ({ do: 'delete' as const, kid })), ...algorithms.flatMap((algorithm) => stepsOf(keys.filter((key) => key.algorithm === algorithm), algorithm, now, begin))]
}

function stepsOf(keys: readonly Key[], algorithm: Algorithm, now: Date, begin: boolean): KeyStep[] {
  const active = keys.find(({ state }) => state === 'active')
  const next = keys.find(({ state }) => state === 'next')
  if (!active) return [{ do: 'make', algorithm, state: 'active' }]
  if (next) return since(next.createdAt, now) >= publishedBefore ? [{ do: 'switch', algorithm, from: active.kid, to: next.kid }] : []
  return begin || since(active.activatedAt ?? active.createdAt, now) >= signsFor ? [{ do: 'make', algorithm, state: 'next' }] : []
}

/**
 * When a key changes its state by itself, at the earliest: a next one begins to sign, an active one gets its follower, a retired
 * one is deleted.
 */
export function nextChange({ state, activatedAt, retiredAt, createdAt }: Key): Date {
  if (state === 'next') return new Date(createdAt.getTime() + publishedBefore)
  if (state === 'active') return new Date((activatedAt ?? createdAt).getTime() + signsFor)
  return new Date((retiredAt ?? createdAt).getTime() + publishedAfter)
}

const since = (from: Date, now: Date): number => now.getTime() - from.getTime()
