import { type PersonalData } from '@modellregion/kernel'

/** Tries are counted under a keyed hash that nobody can read back, and forgotten after a day. */
export const signInPrivacy: readonly PersonalData[] = []
