import { sql } from '@modellregion/kernel'
import type { Literal } from '../query/ast.ts'
import { refusal } from '../refusal.ts'
import type { Value } from './columns.ts'

/** A literal as a parameter of the statement, with its type. */
export function literalValue(literal: Literal): Value {
  switch (literal.type) {
    case 'text':
      return { type: 'text', sql: sql`${literal.value}::text` }
    case 'number':
      return { type: 'number', sql: sql`${literal.value}::float8` }
    case 'boolean':
      return { type: 'boolean', sql: sql`${literal.value}::boolean` }
    case 'null':
      return { type: 'null', sql: sql`null` }
    case 'duration':
      return { type: 'duration', sql: sql`${duration(literal.value)}::interval` }
    case 'geometry':
      return { type: 'geometry', sql: sql`${literal.value}::text` }
    case 'day':
      return { type: 'day', sql: sql`${checked(literal.value, literal.at)}::date` }
    case 'clock':
      return { type: 'clock', sql: sql`${literal.value}::time` }
    case 'moment':
      return { type: 'moment', sql: sql`${checked(literal.value, literal.at)}::timestamptz` }
    case 'span':
      return span(literal)
  }
}

// PostgreSQL reads a sign before the P as belonging to the first number only.
const duration = (text: string): string => (text.startsWith('-') ? text.slice(1).replace(/(\d+(?:\.\d+)?)/g, '-$1') : text)

function checked(value: string, at: number | undefined): string {
  if (Number.isNaN(Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))) throw refusal(400, 'query', `"${value}" is no moment of the calendar.`, at)
  return value
}

function span(literal: Literal & { type: 'span' | 'moment' | 'day' | 'clock' }): Value {
  const [from = '', until = ''] = literal.value.split('/')
  if (from.startsWith('P')) return { type: 'span', sql: sql`(${checked(until, literal.at)}::timestamptz - ${from}::interval)`, end: sql`${until}::timestamptz` }
  const start = sql`${checked(from, literal.at)}::timestamptz`
  if (until.startsWith('P')) return { type: 'span', sql: start, end: sql`(${from}::timestamptz + ${until}::interval)` }
  return { type: 'span', sql: start, end: sql`${checked(until, literal.at)}::timestamptz` }
}
