import { sql } from '@modellregion/kernel'
import { linkOf } from '../model.ts'
import { parseObservationId } from '../observation-id.ts'
import type { Comparison, Expression, Path } from '../query/ast.ts'
import { refusal } from '../refusal.ts'
import { propertyValue, type Value } from './columns.ts'
import { callValue, number } from './functions.ts'
import { literalValue } from './literals.ts'
import { isTrusted, linked, startColumn } from './relations.ts'
import { allOf, column, known, scopeOf, tableOf, type Context, type Fragment, type Scope } from './scope.ts'
import { compareTimes, areTemporal } from './temporal.ts'

/** Links that one group of conditions goes along: conditions joined by `and` speak of the same member. */
type Journey = { readonly root: Scope; readonly stops: Map<string, Scope>; readonly from: Fragment[]; readonly where: Fragment[] }

const journeyFrom = (root: Scope): Journey => ({ root, stops: new Map(), from: [], where: [] })

/** A condition over an entity as SQL. Unknown (a member that is missing) does not hold. @throws Refusal when types do not fit or names are unknown */
export const conditionOf = (context: Context, scope: Scope, expression: Expression): Fragment => group(context, scope, conjuncts(expression))

/** The parts of an expression that are joined by `and`. */
export const conjuncts = (expression: Expression): Expression[] =>
  expression.kind === 'binary' && expression.operator === 'and' ? [...conjuncts(expression.left), ...conjuncts(expression.right)] : [expression]

function group(context: Context, scope: Scope, parts: readonly Expression[]): Fragment {
  const journey = journeyFrom(scope)
  const near: Fragment[] = []
  const far: Fragment[] = []
  for (const part of parts) {
    const before = journey.from.length
    const condition = truth(context, journey, part)
    if (travels(context, scope, part) || journey.from.length > before) far.push(condition)
    else near.push(condition)
  }
  if (journey.from.length === 0) return allOf([...near, ...far])
  // Over observations each member is asked for itself and the first that fits ends it: a join would read all millions for a page of hundred.
  const first = scope.entity !== 'Observation' && [...journey.stops.values()].some(({ entity }) => entity === 'Observation') ? sql`offset 0` : sql``
  return allOf([...near, sql`exists (select from ${sql.join(journey.from)} where ${allOf([...journey.where, ...far])} ${first})`])
}

/** Whether an atom goes along a link; `or` and `not` travel on their own. */
function travels(context: Context, scope: Scope, expression: Expression): boolean {
  switch (expression.kind) {
    case 'path':
      return linkOf(scope.entity, String(expression.segments[0])) !== undefined && expression.segments.length > 1
    case 'call':
      return expression.args.some((arg) => travels(context, scope, arg))
    case 'binary':
      return expression.operator !== 'or' && expression.operator !== 'and' && (travels(context, scope, expression.left) || travels(context, scope, expression.right))
    case 'unary':
      return expression.operator === 'minus' && travels(context, scope, expression.operand)
    case 'in':
      return [expression.operand, ...expression.list].some((each) => travels(context, scope, each))
    default:
      return false
  }
}

function truth(context: Context, journey: Journey, expression: Expression): Fragment {
  if (expression.kind === 'binary' && expression.operator === 'or') return sql`(${conditionOf(context, journey.root, expression.left)} or ${conditionOf(context, journey.root, expression.right)})`
  if (expression.kind === 'unary' && expression.operator === 'not') return sql`(not ${conditionOf(context, journey.root, expression.operand)})`
  const value = valueOf(context, journey, expression)
  if (value.type === 'boolean') return value.sql
  if (value.type === 'json') return sql`(${value.sql} = 'true'::jsonb)`
  if (value.type === 'result') return sql`(${value.json} = 'true'::jsonb)`
  throw refusal(400, 'query', 'A condition is expected: something that is true or false.', expression.at)
}

function valueOf(context: Context, journey: Journey, expression: Expression): Value {
  switch (expression.kind) {
    case 'literal':
      return literalValue(expression)
    case 'path':
      return pathValue(context, journey, expression)
    case 'call':
      return callValue(context, expression, expression.args.map((arg) => valueOf(context, journey, arg)))
    case 'unary':
      if (expression.operator === 'not') return { type: 'boolean', sql: truth(context, journey, expression) }
      return { type: 'number', sql: sql`(- ${number(valueOf(context, journey, expression.operand), '-', expression.at)})` }
    case 'in': {
      const operand = valueOf(context, journey, expression.operand)
      const same = expression.list.map((each) => compare('eq', operand, valueOf(context, journey, each), each.at, expression.operand, each, journey.root))
      return { type: 'boolean', sql: sql`(${sql.join(same, sql` or `)})` }
    }
    case 'binary':
      return binary(context, journey, expression)
  }
}

function binary(context: Context, journey: Journey, expression: Expression & { kind: 'binary' }): Value {
  const { operator, at } = expression
  if (operator === 'and' || operator === 'or') return { type: 'boolean', sql: operator === 'or' ? truth(context, journey, expression) : conditionOf(context, journey.root, expression) }
  const [left, right] = [valueOf(context, journey, expression.left), valueOf(context, journey, expression.right)]
  if (operator === 'add' || operator === 'sub' || operator === 'mul' || operator === 'div' || operator === 'mod') return calculate(operator, left, right, at)
  return { type: 'boolean', sql: compare(operator, left, right, at, expression.left, expression.right, journey.root) }
}

function calculate(operator: 'add' | 'sub' | 'mul' | 'div' | 'mod', left: Value, right: Value, at?: number): Value {
  const time = (value: Value) => value.type === 'moment' || value.type === 'span'
  if (operator === 'add' && time(left) && right.type === 'duration') return { type: 'moment', sql: sql`(${left.sql} + ${right.sql})` }
  if (operator === 'add' && time(right) && left.type === 'duration') return { type: 'moment', sql: sql`(${right.sql} + ${left.sql})` }
  if (operator === 'sub' && time(left) && right.type === 'duration') return { type: 'moment', sql: sql`(${left.sql} - ${right.sql})` }
  if (operator === 'sub' && time(left) && time(right)) return { type: 'duration', sql: sql`(${left.sql} - ${right.sql})` }
  if (left.type === 'duration' && right.type === 'duration' && (operator === 'add' || operator === 'sub')) return { type: 'duration', sql: operator === 'add' ? sql`(${left.sql} + ${right.sql})` : sql`(${left.sql} - ${right.sql})` }
  const [a, b] = [number(left, operator, at), number(right, operator, at)]
  const signs = { add: sql`+`, sub: sql`-`, mul: sql`*` }
  if (operator === 'mod') return { type: 'number', sql: sql`mod((${a})::numeric, nullif((${b})::numeric, 0))::float8` }
  if (operator === 'div') return { type: 'number', sql: sql`((${a})::float8 / nullif(${b}, 0))` }
  return { type: 'number', sql: sql`(${a} ${signs[operator]} ${b})` }
}

const signs: Readonly<Record<Comparison, Fragment>> = { eq: sql`=`, ne: sql`<>`, gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` }
const mirrored: Readonly<Record<Comparison, Comparison>> = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' }

function compare(operator: Comparison, left: Value, right: Value, at: number | undefined, leftSaid: Expression, rightSaid: Expression, root: Scope): Fragment {
  if (right.type === 'null') return nothing(operator, left, at)
  if (left.type === 'null') return nothing(operator, right, at)
  const byId = byObservationId(operator, leftSaid, rightSaid, root) ?? byObservationId(operator, rightSaid, leftSaid, root)
  if (byId) return byId
  const sign = signs[operator]
  if (areTemporal(left, right)) return compareTimes(operator, left, right)
  if (isOpen(left)) return compareOpen(operator, left, right, at)
  if (isOpen(right)) return compareOpen(mirrored[operator], right, left, at)
  if (left.type !== right.type) throw refusal(400, 'query', `A ${spoken(left)} cannot be compared with a ${spoken(right)}.`, at)
  if (left.type === 'geometry') throw refusal(400, 'query', 'Geometries are compared by functions such as st_equals().', at)
  // Letters in the order of their codes, whatever the database's language is.
  if (left.type === 'text' && operator !== 'eq' && operator !== 'ne') return sql`${left.sql} collate "C" ${sign} ${right.sql}`
  return sql`${left.sql} ${sign} ${right.sql}`
}

const spoken = ({ type }: Value): string => ({ moment: 'moment', span: 'interval', clock: 'time of day', json: 'value' })[type as string] ?? type

function nothing(operator: Comparison, value: Value, at?: number): Fragment {
  if (operator !== 'eq' && operator !== 'ne') throw refusal(400, 'query', `null can be asked for by eq and ne only.`, at)
  const is = operator === 'eq' ? sql`is null` : sql`is not null`
  if (value.type === 'result') return operator === 'eq' ? sql`(${value.sql} is null and coalesce(${value.json}, 'null'::jsonb) = 'null'::jsonb)` : sql`(${value.sql} is not null or coalesce(${value.json}, 'null'::jsonb) <> 'null'::jsonb)`
  if (value.type === 'json') return sql`nullif(${value.sql}, 'null'::jsonb) ${is}`
  return sql`${value.sql} ${is}`
}

type OpenValue = Value & ({ type: 'result'; json: Fragment } | { type: 'json' })
const isOpen = (value: Value): value is OpenValue => value.type === 'result' || value.type === 'json'

/** A result, or a member of open JSON, against something of a certain type: it holds only where the types agree. */
function compareOpen(operator: Comparison, open: OpenValue, other: Value, at?: number): Fragment {
  const sign = signs[operator]
  const json = open.type === 'result' ? open.json : open.sql
  switch (other.type) {
    case 'number':
      return sql`${number(open, '', at)} ${sign} ${other.sql}`
    case 'text':
      return sql`(case when jsonb_typeof(${json}) = 'string' then ${json} #>> '{}' end) collate "C" ${sign} ${other.sql}`
    case 'boolean':
      return sql`(case when jsonb_typeof(${json}) = 'boolean' then (${json})::boolean end) ${sign} ${other.sql}`
    case 'result':
      if (open.type === 'result') return sql`coalesce(to_jsonb(${open.sql}), ${json}) ${sign} coalesce(to_jsonb(${other.sql}), ${other.json})`
      return sql`${json} ${sign} coalesce(to_jsonb(${other.sql}), ${other.json})`
    case 'json':
      return open.type === 'result' ? sql`coalesce(to_jsonb(${open.sql}), ${json}) ${sign} ${other.sql}` : sql`${json} ${sign} ${other.sql}`
    case 'moment':
    case 'span':
      return compareTimes(operator, { type: 'json', sql: json }, other)
    default:
      throw refusal(400, 'query', `A result cannot be compared with a ${spoken(other)}.`, at)
  }
}

// `id eq '7.1741600800000000.0'` of an observation, by its key.
function byObservationId(operator: Comparison, path: Expression, literal: Expression, { entity, alias }: Scope): Fragment | undefined {
  if (entity !== 'Observation' || path.kind !== 'path' || path.segments.length !== 1 || path.segments[0] !== 'id') return undefined
  if (literal.kind !== 'literal' || literal.type !== 'text' || (operator !== 'eq' && operator !== 'ne')) return undefined
  const key = parseObservationId(literal.value)
  const same = key ? observationAt(alias, key.seriesId, key.micros, key.seq) : sql`false`
  return operator === 'eq' ? same : sql`(not ${same})`
}

export const observationAt = (alias: string, seriesId: number, micros: bigint, seq: number): Fragment =>
  sql`(${column(alias, 'series_id')} = ${seriesId}::int and ${column(alias, 'phenomenon_time')} = ${momentOfMicros(micros)} and ${column(alias, 'seq')} = ${seq}::smallint)`

/** A moment that microseconds say. */
export const momentOfMicros = (micros: bigint): Fragment => sql`(timestamptz 'epoch' + ${micros.toString()}::text::bigint * interval '1 microsecond')`

function pathValue(context: Context, journey: Journey, { segments, at }: Path): Value {
  let { root: scope } = journey
  let trail = ''
  let index = 0
  for (; index < segments.length - 1 || (index < segments.length && linkOf(scope.entity, String(segments[index])) !== undefined); index += 1) {
    const link = linkOf(scope.entity, String(segments[index]))
    if (!link) break
    trail += `/${link.name}`
    scope = journey.stops.get(trail) ?? stop(context, journey, scope, trail, link.name, link.target)
  }
  if (index === segments.length) throw refusal(400, 'query', `"${segments.join('/')}" is a link. Name a property of it, such as ${segments.join('/')}/name.`, at)
  return propertyValue(context, scope, segments.slice(index), at)
}

function stop(context: Context, journey: Journey, from: Scope, trail: string, link: string, target: Scope['entity']): Scope {
  const scope = scopeOf(context, target)
  journey.stops.set(trail, scope)
  journey.from.push(tableOf(scope))
  journey.where.push(known(context, scope, isTrusted(from.entity, link)), linked(context, from.entity, link, startColumn(from, link), scope))
  return scope
}

/** What members are sorted by; over a link the first member's value. */
export function orderValue(context: Context, scope: Scope, expression: Expression): Fragment {
  const journey = journeyFrom(scope)
  const value = valueOf(context, journey, expression)
  if (value.type === 'geometry') throw refusal(400, 'query', 'Geometries have no order.', expression.at)
  const sorted = value.type === 'result' ? value.sql : value.type === 'text' ? sql`${value.sql} collate "C"` : value.sql
  return journey.from.length === 0 ? sorted : sql`(select ${sorted} from ${sql.join(journey.from)} where ${allOf(journey.where)} limit 1)`
}
