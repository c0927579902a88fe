import type { PersonalData } from '@modellregion/kernel'

export const providerPrivacy: readonly PersonalData[] = []
