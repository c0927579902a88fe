import type { PersonalData } from '@modellregion/kernel'

export const alarmPrivacy: readonly PersonalData[] = []
