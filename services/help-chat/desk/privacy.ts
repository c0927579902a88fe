import type { PersonalData } from '@modellregion/kernel'

export const deskPrivacy: readonly PersonalData[] = []
