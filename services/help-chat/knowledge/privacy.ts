import type { PersonalData } from '@modellregion/kernel'

export const knowledgePrivacy: readonly PersonalData[] = []
