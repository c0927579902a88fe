import type { PersonalData } from '@modellregion/kernel'

export const codecPrivacy: readonly PersonalData[] = []
