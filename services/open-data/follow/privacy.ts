import type { PersonalData } from '@modellregion/kernel'

export const followPrivacy: readonly PersonalData[] = []
