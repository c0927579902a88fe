import { literal } from './literals.ts'
import { fieldOf } from './rules.ts'
import type { Cell, Condition, Field } from './schema.ts'
import { list, name, text } from './sql-text.ts'

/** The conditions on rows, in SQL, of a place where the fields are columns. @throws QueryRefused */
export const whereSql = (fields: readonly Field[], conditions: readonly Condition[]): string[] => conditions.map((condition) => conditionSql(fieldOf(fields, condition.field), condition))

function conditionSql(field: Field, condition: Condition): string {
  const column = name(field.id)
  // Columns of repeating texts are numbers underneath: they are compared as texts only where their order counts.
  const compared = field.type === 'text' ? `${column}::varchar` : column
  switch (condition.is) {
    case 'in':
      return anyOf(field, column, condition.values)
    case 'ne':
      return condition.value === null ? `${column} is not null` : `${column} is distinct from ${literal(field, condition.value)}`
    case 'lt':
      return ordered(field, compared, '<', condition.value)
    case 'lte':
      return ordered(field, compared, '<=', condition.value)
    case 'gt':
      return ordered(field, compared, '>', condition.value)
    case 'gte':
      return ordered(field, compared, '>=', condition.value)
    case 'contains':
      return `contains(lower(${column}::varchar), lower(${text(condition.value)}))`
    case 'empty':
      return isText(field) ? `(${column} is null or ${column} = '')` : `${column} is null`
    case 'present':
      return isText(field) ? `(${column} is not null and ${column} <> '')` : `${column} is not null`
  }
}

const isText = ({ type }: Field): boolean => type === 'text' || type === 'json' || type === 'geometry'

function anyOf(field: Field, column: string, values: readonly Cell[]): string {
  const some = values.filter((value) => value !== null)
  const parts = [...(some.length > 0 ? [`${column} in (${list(some.map((value) => literal(field, value)))})`] : []), ...(some.length < values.length ? [`${column} is null`] : [])]
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false'
}

// Nothing is before or after no value.
const ordered = (field: Field, column: string, sign: string, value: Cell): string => (value === null ? 'false' : `${column} ${sign} ${literal(field, value)}`)
