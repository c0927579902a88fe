import type { PersonalData } from '@modellregion/kernel'

export const safetyPrivacy: readonly PersonalData[] = []
