import type { PersonalData } from '@modellregion/kernel'

/** Contact addresses of publishing offices are no personal data of citizens, but may name a person at work. */
export const privacy: readonly PersonalData[] = []
