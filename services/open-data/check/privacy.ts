import type { PersonalData } from '@modellregion/kernel'

export const checkPrivacy: readonly PersonalData[] = []
