import type { PersonalData } from '@modellregion/kernel'

export const passwordPrivacy: readonly PersonalData[] = []
