/** How a thing that was taken over stands to its original. `lost`: the town has deleted its own. */
export type Standing = 'current' | 'upstream' | 'ours' | 'both' | 'gone' | 'lost' | 'installing' | 'ended'

export type Sides = {
  readonly state: 'installing' | 'running' | 'updating' | 'ended'
  readonly base: string
  /** Hashes of the files as they are now; null when there is nothing (any more). */
  readonly ours: string | null
  readonly theirs: string | null
}

export function standingOf({ state, base, ours, theirs }: Sides): Standing {
  if (state === 'ended') return 'ended'
  if (state === 'installing') return 'installing'
  if (ours === null) return 'lost'
  if (theirs === null) return 'gone'
  if (theirs === base) return ours === base ? 'current' : 'ours'
  return ours === base ? 'upstream' : 'both'
}
