import type { PersonalData } from '@modellregion/kernel'

export const placePrivacy: readonly PersonalData[] = []
