import type { PersonalData } from '@modellregion/kernel'

export const officePrivacy: readonly PersonalData[] = []
