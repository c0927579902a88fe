import type { PersonalData } from '@modellregion/kernel'

/** Nothing about people: cards and accounts are invented, and what waits names a number of a card. */
export const privacy: readonly PersonalData[] = []
