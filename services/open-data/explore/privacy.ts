import type { PersonalData } from '@modellregion/kernel'

export const explorePrivacy: readonly PersonalData[] = []
