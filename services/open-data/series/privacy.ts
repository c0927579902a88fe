import type { PersonalData } from '@modellregion/kernel'

export const seriesPrivacy: readonly PersonalData[] = []
