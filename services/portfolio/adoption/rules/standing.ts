/** How a thing that was taken over stands to its original. `lost`: the town has deleted its own. `unserved`: the town no longer uses the service that keeps it. */
export type Standing = 'current' | 'upstream' | 'ours' | 'both' | 'gone' | 'lost' | 'unserved' | 'installing' | 'ended'

/** One side beside what both had in common the last time; `none`: it is not there (any more). */
export type Side = 'same' | 'changed' | 'none'

export type Sides = { readonly state: 'installing' | 'running' | 'updating' | 'ended'; readonly isServed: boolean; readonly ours: Side; readonly theirs: Side }

export function standingOf({ state, isServed, ours, theirs }: Sides): Standing {
  if (state === 'ended') return 'ended'
  if (state === 'installing') return 'installing'
  if (!isServed) return 'unserved'
  if (ours === 'none') return 'lost'
  if (theirs === 'none') return 'gone'
  if (theirs === 'same') return ours === 'same' ? 'current' : 'ours'
  return ours === 'same' ? 'upstream' : 'both'
}

/** Whether there is something of the original to take over. */
export const canTake = (standing: Standing, theirs: Side): boolean => standing === 'upstream' || standing === 'both' || (standing === 'lost' && theirs !== 'none')
