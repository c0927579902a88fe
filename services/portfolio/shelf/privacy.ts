import type { PersonalData } from '@modellregion/kernel'

export const shelfPrivacy: readonly PersonalData[] = []
