/** 2^16 hashes: a blink on a laptop, one or two seconds on a slow phone. */
export const leastDifficulty = 16
/** 2^22: half a minute on a slow phone. Beyond that the waiting line is the better way for honest people. */
const mostDifficulty = 22
/** Starts a second that no town of this world has on an ordinary day. */
const calmPerSecond = 2

/** Each doubling of what is begun doubles what the next one costs. */
export const difficultyFor = (startsPerSecond: number): number =>
  Math.min(mostDifficulty, leastDifficulty + Math.max(0, Math.ceil(Math.log2(Math.max(1, startsPerSecond / calmPerSecond)))))

/** Cases that may begin in a minute by waiting, for a whole town. */
export const ticketsPerMinute = 20
/** Nobody is told to wait longer than this. */
const longestLineMs = 1_800_000

/** The moment of the next place in a line (milliseconds), or nothing when it is too long. Not before `waitMs` from now. */
export function nextPlace(lineEnd: number, now: number, { waitMs, perMinute }: { waitMs: number; perMinute: number }): number | undefined {
  const at = Math.max(now + waitMs, lineEnd + 60_000 / perMinute)
  return at > now + longestLineMs ? undefined : at
}
