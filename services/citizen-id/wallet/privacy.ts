import type { PersonalData } from '@modellregion/kernel'

export const walletPrivacy: readonly PersonalData[] = []
