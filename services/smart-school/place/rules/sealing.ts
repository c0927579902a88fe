import type { RoomUse } from '../schema.ts'

/** Fewer characters are no reason. */
export const leastReason = 10

export type Sealing = { readonly sealed: boolean; /** Why a room in which few people work is not protected. */ readonly openReason?: string }

/**
 * Whether a room is protected. Staff rooms are from the start, because a few values tell who of a handful of people was there; whoever lifts that says
 * why. Undefined: the reason is missing.
 */
export function sealingOf({ use, sealed = false, openReason = '' }: { readonly use?: RoomUse | undefined; readonly sealed?: boolean | undefined; readonly openReason?: string | undefined }, isNew: boolean): Sealing | undefined {
  if (use !== 'staff' || sealed) return { sealed }
  const reason = openReason.trim()
  if (reason === '' && isNew) return { sealed: true }
  return reason.length < leastReason ? undefined : { sealed: false, openReason: reason }
}
