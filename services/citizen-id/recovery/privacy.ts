import type { PersonalData } from '@modellregion/kernel'

export const recoveryPrivacy: readonly PersonalData[] = []
