import type { Dictionary } from '@modellregion/kernel/words'

/** What the catalogue says of itself to programs. */
export const api = {
  'api.catalogue-description': 'Data catalogue of the municipality: its own data and entries from other catalogues, each with the name of the office that publishes it.',
  'api.feed-title': 'New and changed datasets',
  'api.feed-search-title': 'New and changed datasets of this search',
  'open-data.catalogue.moment-invalid': 'modified_since must be a moment, for example 2026-05-31 or 2026-05-31T10:00:00Z.',
  'open-data.catalogue.query-invalid': (p: { why: string }) => `The query cannot be read: ${p.why}`,
} satisfies Dictionary
