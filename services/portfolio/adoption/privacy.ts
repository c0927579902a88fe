import type { PersonalData } from '@modellregion/kernel'

export const adoptionPrivacy: readonly PersonalData[] = []
