import type { PersonalData } from '@modellregion/kernel'

export const blueprintPrivacy: readonly PersonalData[] = []
