import type { PersonalData } from '@modellregion/kernel'

export const sensorthingsPrivacy: readonly PersonalData[] = []
