import type { PersonalData } from '@modellregion/kernel'

export const cataloguePrivacy: readonly PersonalData[] = [{ table: 'portfolio.publiccode_watch', columns: ['address'], harmless: 'address of a file on a server, not of a person' }]
