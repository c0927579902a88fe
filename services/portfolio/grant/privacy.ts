import type { PersonalData } from '@modellregion/kernel'

export const grantPrivacy: readonly PersonalData[] = []
