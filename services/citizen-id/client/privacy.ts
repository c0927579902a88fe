import type { PersonalData } from '@modellregion/kernel'

export const clientPrivacy: readonly PersonalData[] = []
