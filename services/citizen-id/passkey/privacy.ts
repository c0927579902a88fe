import type { PersonalData } from '@modellregion/kernel'

export const passkeyPrivacy: readonly PersonalData[] = []
