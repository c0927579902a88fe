import type { PersonalData } from '@modellregion/kernel'

export const scimPrivacy: readonly PersonalData[] = []
