import type { PersonalData } from '@modellregion/kernel'

export const cataloguePrivacy: readonly PersonalData[] = []
