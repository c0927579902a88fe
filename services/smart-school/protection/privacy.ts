import type { PersonalData } from '@modellregion/kernel'

export const protectionPrivacy: readonly PersonalData[] = []
