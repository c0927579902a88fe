import type { PersonalData } from '@modellregion/kernel'

export const requestPrivacy: readonly PersonalData[] = []
