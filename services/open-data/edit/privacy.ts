import type { PersonalData } from '@modellregion/kernel'

export const editPrivacy: readonly PersonalData[] = []
