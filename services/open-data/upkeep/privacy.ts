import type { PersonalData } from '@modellregion/kernel'

export const upkeepPrivacy: readonly PersonalData[] = []
