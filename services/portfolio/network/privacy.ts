import type { PersonalData } from '@modellregion/kernel'

export const networkPrivacy: readonly PersonalData[] = []
