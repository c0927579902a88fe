import type { PersonalData } from '@modellregion/kernel'

export const waterPrivacy: readonly PersonalData[] = []
