import type { PersonalData } from '@modellregion/kernel'

export const scanPrivacy: readonly PersonalData[] = []
