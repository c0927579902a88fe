import type { PersonalData } from '@modellregion/kernel'

export const levelPrivacy: readonly PersonalData[] = []
