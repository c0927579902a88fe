import type { PersonalData } from '@modellregion/kernel'

export const lessonPrivacy: readonly PersonalData[] = []
