import type { PersonalData } from '@modellregion/kernel'

export const versionPrivacy: readonly PersonalData[] = []
