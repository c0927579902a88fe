import type { PersonalData } from '@modellregion/kernel'

export const passPrivacy: readonly PersonalData[] = []
