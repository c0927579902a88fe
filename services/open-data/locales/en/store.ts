import type { Dictionary } from '@modellregion/kernel/words'

type Values = { field: string; value: string; type: string; rows: number; seconds: number; function: string }

export const store = {
  'open-data.store.unknown-field': (p: Values) => `This table has no column “${p.field}”.`,
  'open-data.store.wrong-value': (p: Values) => `“${p.value}” does not fit this column (${p.type}).`,
  'open-data.store.wrong-aggregate': (p: Values) => `“${p.function}” cannot be calculated for the column “${p.field}”.`,
  'open-data.store.too-many-rows': (p: Values) => `One answer has at most ${p.rows} rows of these columns. The whole table can be downloaded.`,
  'open-data.store.too-long': (p: Values) => `The question took longer than ${p.seconds} seconds and was stopped. Fewer columns or a filter make it faster.`,
  'open-data.store.too-much': 'There is not enough memory for this question. Fewer columns or a filter will do.',
  'open-data.store.no-columns': 'The question names no column.',
  'open-data.store.named-twice': (p: Values) => `The column “${p.field}” stands twice in the answer.`,
  'open-data.store.replaced': 'The table has just been replaced by a new version. Please load again.',
  'open-data.store.wrong-question': 'The question cannot be read. What does not fit is said with it.',
  'store.found.title': 'Search in tables',
  'store.found.lead': 'Finds tables by what is in them: names of columns and frequent values, such as a district, a kind of tree or a bus line.',
  'store.found.label': 'Words in columns and values',
  'store.found.search': 'Search',
  'store.found.count': (p: { n: number; q: string }) => (p.n === 1 ? `1 table contains “${p.q}”` : `${p.n} tables contain “${p.q}”`),
  'store.found.none': (p: { q: string }) => `Found in no table: “${p.q}”`,
  'store.found.none-next': 'The search looks at names of columns and the most frequent values of each. Another word may help, or the search for datasets.',
  'store.found.datasets': 'Search datasets',
  'store.found.in-title': 'Found in the title of the table',
  'store.found.column': 'Column',
  'store.found.rows': (p: { n: number }) => (p.n === 1 ? '1 row' : `${p.n.toLocaleString('en-GB')} rows`),
  'store.found.columns': (p: { n: number }) => (p.n === 1 ? '1 column' : `${p.n} columns`),
  'store.found.also': (p: { n: number; q: string }) => (p.n === 1 ? `“${p.q}” is also in 1 table` : `“${p.q}” is also in ${p.n} tables`),
} satisfies Dictionary
