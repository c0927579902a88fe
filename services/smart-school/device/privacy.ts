import type { PersonalData } from '@modellregion/kernel'

export const devicePrivacy: readonly PersonalData[] = []
