import type { PersonalData } from '@modellregion/kernel'

export const bundidPrivacy: readonly PersonalData[] = []
