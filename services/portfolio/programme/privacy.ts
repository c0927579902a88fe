import type { PersonalData } from '@modellregion/kernel'

/** Projects name offices and organisations, never people; who changed something stands in the town's audit. */
export const programmePrivacy: readonly PersonalData[] = [{ table: 'portfolio.project', columns: ['name'], harmless: 'the name of a project' }]
