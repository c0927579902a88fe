import type { PersonalData } from '@modellregion/kernel'

export const meterPrivacy: readonly PersonalData[] = []
