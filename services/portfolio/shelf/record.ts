import type { SearchRecord } from '@modellregion/kernel/rules'
import type { Entry } from './schema.ts'

/** What the catalogue's search knows of an entry. It lives in the commons, once for all towns; a town's own search knows the town's own entries. */
export const recordOf = (entry: Entry, offeredBy: string): SearchRecord => ({
  service: 'portfolio',
  kind: 'entry',
  ref: entry.id,
  title: entry.title.de ?? entry.title.en ?? '',
  keywords: [...entry.topics, ...(entry.title.de !== undefined && entry.title.en !== undefined ? [entry.title.en] : [])],
  holder: offeredBy,
  body: [entry.summary.de, entry.summary.en, entry.problem, entry.description].filter(Boolean).join('\n'),
  url: `/portfolio/reuse/${entry.id}`,
  updated: entry.changedAt,
  facets: {
    class: [entry.class],
    kind: [entry.kind],
    licence: [entry.licence],
    town: [entry.town],
    origin: [entry.origin],
    installable: [entry.kind === 'software' || entry.kind === 'reading' ? 'no' : 'yes'],
    ...(entry.service !== null && { service: [entry.service] }),
    ...(entry.topics.length > 0 && { topic: entry.topics }),
  },
  separately: ['town', 'topic'],
})
