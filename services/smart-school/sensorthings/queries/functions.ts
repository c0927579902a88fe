import { sql } from '@modellregion/kernel'
import type { Call } from '../query/ast.ts'
import { refusal } from '../refusal.ts'
import type { Value } from './columns.ts'
import { column, type Context, type Fragment } from './scope.ts'
import { intervalFunctions, relateTimes, startOf } from './temporal.ts'

const text = (value: Value, call: Call): Fragment => {
  if (value.type === 'text') return value.sql
  if (value.type === 'json') return sql`(${value.sql} #>> '{}')`
  if (value.type === 'result') return sql`(${value.json} #>> '{}')`
  if (value.type === 'number' || value.type === 'boolean') return sql`(${value.sql})::text`
  throw refusal(400, 'query', `${call.name}() takes text.`, call.at)
}

/** A number from anything that can be one; text in JSON is none. */
export const number = (value: Value, called: string, at?: number): Fragment => {
  if (value.type === 'number') return value.sql
  if (value.type === 'result') return value.sql
  if (value.type === 'json') return sql`(case when jsonb_typeof(${value.sql}) = 'number' then (${value.sql})::float8 end)`
  throw refusal(400, 'query', `${called} takes numbers.`, at)
}

const parts: Readonly<Record<string, string>> = { year: 'year', month: 'month', day: 'day', hour: 'hour', minute: 'minute' }

/** How many arguments each function takes. */
const counts: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(['substringof', 'endswith', 'startswith', 'contains', 'indexof', 'concat'].map((name) => [name, [2]])),
  ...Object.fromEntries(['length', 'tolower', 'toupper', 'trim', 'year', 'month', 'day', 'hour', 'minute', 'second', 'fractionalseconds', 'date', 'time', 'totaloffsetminutes', 'round', 'floor', 'ceiling', 'geo.length'].map((name) => [name, [1]])),
  ...Object.fromEntries(['geo.distance', 'geo.intersects', 'st_equals', 'st_disjoint', 'st_touches', 'st_within', 'st_overlaps', 'st_crosses', 'st_intersects', 'st_contains'].map((name) => [name, [2]])),
  ...Object.fromEntries([...intervalFunctions].map((name) => [name, [2]])),
  substring: [2, 3],
  st_relate: [3],
  now: [0],
  mindatetime: [0],
  maxdatetime: [0],
}

/** A function of the standard (18-088, 9.3.3.5) over its arguments. @throws Refusal for an unknown one, and for arguments that do not fit */
export function callValue(context: Context, call: Call, args: readonly Value[]): Value {
  const wanted = counts[call.name]
  if (!wanted) throw refusal(400, 'query', `There is no function ${call.name}(). Known are ${Object.keys(counts).join(', ')}.`, call.at)
  if (!wanted.includes(args.length)) throw refusal(400, 'query', `${call.name}() takes ${wanted.join(' or ')} arguments, not ${args.length}.`, call.at)
  const geometry = context.geometry.get(call)
  if (geometry) return geometric(context, call, args)
  const [a, b, c] = args
  if (!a) return momentOf(context, call)
  if (b) {
    const related = relateTimes(call.name, a, b, call.at)
    if (related) return { type: 'boolean', sql: related }
    return twofold(call, a, b, c)
  }
  return onefold(call, a)
}

const momentOf = ({ now }: Context, { name }: Call): Value =>
  name === 'now' ? { type: 'moment', sql: sql`${now}::timestamptz` } : { type: 'moment', sql: name === 'mindatetime' ? sql`'-infinity'::timestamptz` : sql`'infinity'::timestamptz` }

function onefold(call: Call, a: Value): Value {
  switch (call.name) {
    case 'length':
      return { type: 'number', sql: sql`length(${text(a, call)})` }
    case 'tolower':
      return { type: 'text', sql: sql`lower(${text(a, call)})` }
    case 'toupper':
      return { type: 'text', sql: sql`upper(${text(a, call)})` }
    case 'trim':
      return { type: 'text', sql: sql`btrim(${text(a, call)})` }
    case 'round':
      return { type: 'number', sql: sql`round((${number(a, 'round()', call.at)})::numeric)::float8` } // numeric rounds half away from zero, as the standard does
    case 'floor':
      return { type: 'number', sql: sql`floor(${number(a, 'floor()', call.at)})` }
    case 'ceiling':
      return { type: 'number', sql: sql`ceiling(${number(a, 'ceiling()', call.at)})` }
    default:
      return ofTime(call, a)
  }
}

function ofTime(call: Call, a: Value): Value {
  if (a.type !== 'moment' && a.type !== 'span' && a.type !== 'json') throw refusal(400, 'query', `${call.name}() takes a moment.`, call.at)
  const at = sql`(${startOf(a)} at time zone 'UTC')`
  const part = parts[call.name]
  if (part) return { type: 'number', sql: sql`extract(${sql.raw(part)} from ${at})::int` }
  switch (call.name) {
    case 'second':
      return { type: 'number', sql: sql`floor(extract(second from ${at}))::int` }
    case 'fractionalseconds':
      return { type: 'number', sql: sql`(extract(second from ${at}) - floor(extract(second from ${at})))::float8` }
    case 'date':
      return { type: 'day', sql: sql`(${at})::date` }
    case 'time':
      return { type: 'clock', sql: sql`(${at})::time` }
    default:
      return { type: 'number', sql: sql`0` } // moments are kept in UTC: totaloffsetminutes
  }
}

function twofold(call: Call, a: Value, b: Value, c: Value | undefined): Value {
  switch (call.name) {
    // OData 2 names the part first, OData 4 the whole.
    case 'substringof':
      return { type: 'boolean', sql: sql`position(${text(a, call)} in ${text(b, call)}) > 0` }
    case 'contains':
      return { type: 'boolean', sql: sql`position(${text(b, call)} in ${text(a, call)}) > 0` }
    case 'startswith':
      return { type: 'boolean', sql: sql`starts_with(${text(a, call)}, ${text(b, call)})` }
    case 'endswith':
      return { type: 'boolean', sql: sql`right(${text(a, call)}, length(${text(b, call)})) = ${text(b, call)}` }
    case 'indexof':
      return { type: 'number', sql: sql`(position(${text(b, call)} in ${text(a, call)}) - 1)` }
    case 'concat':
      return { type: 'text', sql: sql`(${text(a, call)} || ${text(b, call)})` }
    case 'substring': {
      const from = sql`greatest(${number(b, 'substring()', call.at)}, 0)::int + 1`
      return { type: 'text', sql: c ? sql`substr(${text(a, call)}, ${from}, greatest(${number(c, 'substring()', call.at)}, 0)::int)` : sql`substr(${text(a, call)}, ${from})` }
    }
    default:
      throw refusal(400, 'query', `${call.name}() takes a geometry property and a literal such as geography'POINT (6.1 50.8)'.`, call.at)
  }
}

// Computed before, because this database knows no geometry: what it holds for, or which number it is.
function geometric({ geometry }: Context, call: Call, args: readonly Value[]): Value {
  const known = geometry.get(call)
  const place = args.find((arg) => arg.type === 'geometry' && arg.scope)
  const scope = place?.type === 'geometry' ? place.scope : undefined
  if (!known || !scope) throw refusal(400, 'query', `${call.name}() takes a geometry property and a literal.`, call.at)
  const id = column(scope.alias, 'id')
  if (known.type === 'boolean') return { type: 'boolean', sql: sql`${id} = any(${[...known.ids]}::int[])` }
  return { type: 'number', sql: sql`(${JSON.stringify(known.byId)}::jsonb ->> ${id}::text)::float8` }
}
