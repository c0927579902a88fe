import type { PersonalData } from '@modellregion/kernel'

/** Nothing here names a person: movement is counted by night and building. */
export const safetyPrivacy: readonly PersonalData[] = []
