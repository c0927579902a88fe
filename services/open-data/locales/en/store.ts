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
} satisfies Dictionary
