import type { PersonalData } from '@modellregion/kernel'

export const tokenPrivacy: readonly PersonalData[] = []
