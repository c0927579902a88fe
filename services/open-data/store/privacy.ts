import type { PersonalData } from '@modellregion/kernel'

export const storePrivacy: readonly PersonalData[] = []
