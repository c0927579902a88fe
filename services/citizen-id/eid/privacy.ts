import type { PersonalData } from '@modellregion/kernel'

export const eidPrivacy: readonly PersonalData[] = []
