import type { PersonalData } from '@modellregion/kernel'

export const hackdayPrivacy: readonly PersonalData[] = []
