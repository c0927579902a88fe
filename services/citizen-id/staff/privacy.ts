import type { PersonalData } from '@modellregion/kernel'

export const staffPrivacy: readonly PersonalData[] = []
