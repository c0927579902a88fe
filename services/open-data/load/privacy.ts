import type { PersonalData } from '@modellregion/kernel'

export const loadPrivacy: readonly PersonalData[] = []
