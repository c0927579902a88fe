import type { Rhythm } from './schema.ts'

const hour = 3_600_000
/** A summary is due when the last one is older than this: a little less than its rhythm, because jobs do not run to the second. */
const ages: Readonly<Record<Rhythm, number>> = { daily: 20 * hour, weekly: 6 * 24 * hour }

/** Addresses that were last told before this moment are due. */
export const dueBefore = (rhythm: Rhythm, now: Date): Date => new Date(now.getTime() - ages[rhythm])

/** Unconfirmed wishes are forgotten after a week. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - 7 * 24 * hour)
