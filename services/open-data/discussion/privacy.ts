import type { PersonalData } from '@modellregion/kernel'

export const discussionPrivacy: readonly PersonalData[] = []
