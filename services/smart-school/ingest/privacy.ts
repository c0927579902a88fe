import type { PersonalData } from '@modellregion/kernel'

export const ingestPrivacy: readonly PersonalData[] = []
