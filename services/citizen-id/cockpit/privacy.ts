import type { PersonalData } from '@modellregion/kernel'

export const cockpitPrivacy: readonly PersonalData[] = []
