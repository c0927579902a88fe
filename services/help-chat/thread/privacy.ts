import type { PersonalData } from '@modellregion/kernel'

export const threadPrivacy: readonly PersonalData[] = []
