import type { PersonalData } from '@modellregion/kernel'

/** Plans are published by schools and offices; who wrote a version, the audit knows. */
export const lessonPlanPrivacy: readonly PersonalData[] = []
