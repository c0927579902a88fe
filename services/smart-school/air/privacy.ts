import type { PersonalData } from '@modellregion/kernel'

export const airPrivacy: readonly PersonalData[] = []
