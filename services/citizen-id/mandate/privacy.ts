import type { PersonalData } from '@modellregion/kernel'

export const mandatePrivacy: readonly PersonalData[] = []
