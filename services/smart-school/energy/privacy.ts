import type { PersonalData } from '@modellregion/kernel'

export const energyPrivacy: readonly PersonalData[] = []
