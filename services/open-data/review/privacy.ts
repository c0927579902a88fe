import type { PersonalData } from '@modellregion/kernel'

export const reviewPrivacy: readonly PersonalData[] = []
