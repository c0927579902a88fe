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
  'store.found.title': 'In Tabellen suchen',
  'store.found.lead': 'Findet Tabellen nach dem, was darin steht: Namen der Spalten und häufige Werte, zum Beispiel einen Stadtteil, eine Baumart oder eine Buslinie.',
  'store.found.label': 'Wörter in Spalten und Werten',
  'store.found.search': 'Suchen',
  'store.found.count': (p: { n: number; q: string }) => (p.n === 1 ? `1 Tabelle enthält „${p.q}“` : `${p.n} Tabellen enthalten „${p.q}“`),
  'store.found.none': (p: { q: string }) => `In keiner Tabelle gefunden: „${p.q}“`,
  'store.found.none-next': 'Gesucht wird in den Namen der Spalten und in den häufigsten Werten jeder Spalte. Ein anderes Wort hilft vielleicht weiter, oder die Suche nach Datensätzen.',
  'store.found.datasets': 'Nach Datensätzen suchen',
  'store.found.in-title': 'Im Titel der Tabelle gefunden',
  'store.found.column': 'Spalte',
  'store.found.rows': (p: { n: number }) => (p.n === 1 ? '1 Zeile' : `${p.n.toLocaleString('de-DE')} Zeilen`),
  'store.found.columns': (p: { n: number }) => (p.n === 1 ? '1 Spalte' : `${p.n} Spalten`),
  'store.found.also': (p: { n: number; q: string }) => (p.n === 1 ? `„${p.q}“ steht auch in 1 Tabelle` : `„${p.q}“ steht auch in ${p.n} Tabellen`),
} satisfies Dictionary
