import type { PersonalData } from '@modellregion/kernel'

/** Codecs have names like devices have. */
export const codecPrivacy: readonly PersonalData[] = [{ table: 'smart_school.codec', columns: ['name'], harmless: 'Name of a device model.' }]
