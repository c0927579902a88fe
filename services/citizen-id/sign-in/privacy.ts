import type { PersonalData } from '@modellregion/kernel'

export const signInPrivacy: readonly PersonalData[] = []
