import type { PersonalData } from '@modellregion/kernel'

export const publiccodePrivacy: readonly PersonalData[] = []
