import type { PersonalData } from '@modellregion/kernel'

export const programmePrivacy: readonly PersonalData[] = []
