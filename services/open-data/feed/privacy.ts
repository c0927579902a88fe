import type { PersonalData } from '@modellregion/kernel'

export const feedPrivacy: readonly PersonalData[] = []
