import type { PersonalData } from '@modellregion/kernel'

export const yearbookPrivacy: readonly PersonalData[] = []
