import type { DatasetFeeds } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { listDays } from './queries.ts'

/** Notices published on each day, for the open data portal. Counts sheets, no people. */
export const noticeFeeds: DatasetFeeds<Platform> = [
  {
    id: 'aushaenge-je-tag',
    title: { de: 'Schwarzes Brett: Aushänge je Tag', en: 'Notice board: notices a day' },
    description: { de: 'Wie viele Aushänge an jedem Tag am Schwarzen Brett der Stadt veröffentlicht wurden. Tage ohne Aushang fehlen.', en: 'How many notices were published on the town’s notice board on each day. Days without a notice are left out.' },
    keywords: { de: ['Schwarzes Brett', 'Aushang'], en: ['notice board', 'notice'] },
    theme: 'SOCI',
    licence: 'cc-zero',
    refresh: 'daily',
    files: [
      {
        id: 'tage',
        title: { de: 'Aushänge je Tag', en: 'Notices a day' },
        fields: [
          { id: 'tag', type: 'date', label: { de: 'Tag', en: 'Day' } },
          { id: 'aushaenge', type: 'int', label: { de: 'Aushänge', en: 'Notices' } },
        ],
        rows: async function* (platform, town, now) {
          const days = await platform.database.unit({ tenant: town.id, service: 'example', access: 'read', now }, listDays)
          for (const { day, published } of days) yield [day, published]
        },
      },
    ],
  },
]
