import type { PersonalData } from '@modellregion/kernel'

/** Contact addresses of publishing offices are no personal data of citizens, but may name a person at work. */
export const privacy: readonly PersonalData[] = [
  { table: 'open_data.organisation', columns: ['name', 'email'], harmless: 'short name and published mailbox of an office' },
  { table: 'open_data.source', columns: ['name'], harmless: 'short name of a catalogue' },
  { table: 'open_data.dataset', columns: ['name'], harmless: 'short name of a dataset' },
  { table: 'open_data.showcase', columns: ['name'], harmless: 'short name of an application' },
]
