import type { PersonalData } from '@modellregion/kernel'

export const notificationPrivacy: readonly PersonalData[] = []
