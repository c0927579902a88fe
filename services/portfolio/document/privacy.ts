import type { PersonalData } from '@modellregion/kernel'

export const documentPrivacy: readonly PersonalData[] = []
