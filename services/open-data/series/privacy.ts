import type { PersonalData } from '@modellregion/kernel'

export const seriesPrivacy: readonly PersonalData[] = [
  { table: 'open_data.dataset_series', columns: ['name'], harmless: 'short name of a series' },
  { table: 'open_data.data_service', columns: ['name'], harmless: 'short name of a data service' },
]
