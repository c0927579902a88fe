import { canonical, literal } from './literals.ts'
import type { Aggregate, Field } from './schema.ts'
import { QueryRefused, type QueryRefusal, type Question, type Words } from './table.ts'

/** Rows of one answer, as in CKAN. */
export const mostRows = 32_000
/** Values of one answer: all of it is held in memory. */
export const mostCells = 4_000_000
export const usualRows = 100

/** Each row's number: there in every table, never among its fields. */
export const rowNumber: Field = { id: '_id', type: 'int' }

/** The field of a name, in a table or the row number. @throws QueryRefused */
export function fieldOf(fields: readonly Field[], id: string): Field {
  const field = id === rowNumber.id ? rowNumber : fields.find((field) => field.id === id)
  if (!field) throw new QueryRefused({ code: 'open-data.store.unknown-field', field: id, values: { field: id } })
  return field
}

/** What the answer's columns are. @throws QueryRefused */
export function answerFields(fields: readonly Field[], query: Question): Field[] {
  if (isCount(query)) return [...(query.group ?? []).map((id) => fieldOf(fields, id)), ...(query.aggregates ?? []).map((aggregate) => aggregateField(fields, aggregate))]
  return query.fields ? query.fields.map((id) => fieldOf(fields, id)) : query.distinct ? [...fields] : [rowNumber, ...fields]
}

/** The words of a question, each text with the columns it is looked for in. */
export const wordsIn = ({ words }: Pick<Question, 'words'>): readonly Words[] => (words === undefined ? [] : 'text' in words ? [words] : words)

/** Whether rows are counted instead of listed. */
export const isCount = ({ group, aggregates }: Question): boolean => group !== undefined || aggregates !== undefined

function aggregateField(fields: readonly Field[], { as, function: kind, field: id }: Aggregate): Field {
  if (kind === 'count' && id === undefined) return { id: as, type: 'int' }
  const wrong = new QueryRefused({ code: 'open-data.store.wrong-aggregate', field: id ?? as, values: { function: kind, field: id ?? as } })
  if (id === undefined) throw wrong
  const field = fieldOf(fields, id)
  if (kind === 'count' || kind === 'count-distinct') return { id: as, type: 'int' }
  if (kind === 'min' || kind === 'max') {
    if (field.type === 'json' || field.type === 'geometry') throw wrong
    return { ...field, id: as }
  }
  if (field.type !== 'int' && field.type !== 'numeric') throw wrong
  return { id: as, type: kind === 'sum' ? field.type : 'numeric' }
}

/** Why a question does not fit a table; undefined when it can be asked. */
export function whyNotAsk(fields: readonly Field[], query: Question): QueryRefusal | undefined {
  try {
    checkQuery(fields, query)
    return undefined
  } catch (error) {
    if (error instanceof QueryRefused) return error.refusal
    throw error
  }
}

/** @throws QueryRefused */
export function checkQuery(fields: readonly Field[], query: Question): void {
  const answered = answerFields(fields, query)
  if (answered.length === 0) throw new QueryRefused({ code: 'open-data.store.no-columns' })
  const twice = answered.find(({ id }, at) => answered.findIndex((other) => other.id.toLowerCase() === id.toLowerCase()) < at)
  if (twice) throw new QueryRefused({ code: 'open-data.store.named-twice', field: twice.id, values: { field: twice.id } })
  for (const condition of query.where ?? []) {
    const field = fieldOf(fields, condition.field)
    if (condition.is === 'in') for (const value of condition.values) if (value !== null) literal(field, value)
    if ('value' in condition && condition.is !== 'contains' && condition.value !== null) literal(field, condition.value)
    if (condition.is === 'contains') canonical('text', condition.value)
  }
  for (const { fields: scope = [] } of wordsIn(query)) for (const id of scope) fieldOf(fields, id)
  const sortable = isCount(query) || query.distinct ? answered : [rowNumber, ...fields]
  for (const { field } of query.sort ?? []) fieldOf(sortable.filter(({ id }) => id !== rowNumber.id || query.distinct !== true), field)
  const { limit = usualRows, offset = 0 } = query
  if (!Number.isSafeInteger(limit) || limit < 0 || limit > mostRows || limit * answered.length > mostCells)
    throw new QueryRefused({ code: 'open-data.store.too-many-rows', values: { rows: Math.min(mostRows, Math.floor(mostCells / answered.length)) } })
  if (!Number.isSafeInteger(offset) || offset < 0) throw new QueryRefused({ code: 'open-data.store.wrong-value', values: { value: String(offset), type: 'int' } })
}
