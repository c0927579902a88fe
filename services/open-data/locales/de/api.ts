import type { Dictionary } from '@modellregion/kernel/words'

/** What the catalogue says of itself to programs. */
export const api = {
  'api.catalogue-description': 'Datenkatalog der Kommune: eigene Daten und Verzeichnisse aus anderen Katalogen, jeweils mit dem Namen der Stelle, die sie veröffentlicht.',
  'api.feed-title': 'Neue und geänderte Datensätze',
  'api.feed-search-title': 'Neue und geänderte Datensätze zu dieser Suche',
  'open-data.catalogue.moment-invalid': 'modified_since muss ein Zeitpunkt sein, zum Beispiel 2026-05-31 oder 2026-05-31T10:00:00Z.',
  'open-data.catalogue.query-invalid': (p: { why: string }) => `Die Suchanfrage ist nicht lesbar: ${p.why}`,
} satisfies Dictionary
