import type { Dictionary } from '@modellregion/kernel/words'

type Values = { field: string; value: string; type: string; rows: number; seconds: number; function: string }

/** Questions to tables, and looking for tables by what is in them. */
export const store = {
  'open-data.store.unknown-field': (p: Values) => `Diese Tabelle hat keine Spalte „${p.field}“.`,
  'open-data.store.wrong-value': (p: Values) => `„${p.value}“ passt nicht zu dieser Spalte (${p.type}).`,
  'open-data.store.wrong-aggregate': (p: Values) => `„${p.function}“ lässt sich für die Spalte „${p.field}“ nicht berechnen.`,
  'open-data.store.too-many-rows': (p: Values) => `Eine Antwort hat höchstens ${p.rows} Zeilen dieser Spalten. Die ganze Tabelle gibt es als Download.`,
  'open-data.store.too-long': (p: Values) => `Die Frage dauerte länger als ${p.seconds} Sekunden und wurde abgebrochen. Mit weniger Spalten oder einem Filter geht es schneller.`,
  'open-data.store.too-much': 'Für diese Frage reicht der Speicher nicht. Mit weniger Spalten oder einem Filter geht es.',
  'open-data.store.no-columns': 'Die Frage nennt keine Spalte.',
  'open-data.store.named-twice': (p: Values) => `Die Spalte „${p.field}“ steht zweimal in der Antwort.`,
  'open-data.store.replaced': 'Die Tabelle wurde gerade durch eine neue Fassung ersetzt. Bitte neu laden.',
  'open-data.store.wrong-question': 'Die Frage ist nicht lesbar. Was daran nicht passt, steht dabei.',
} satisfies Dictionary
