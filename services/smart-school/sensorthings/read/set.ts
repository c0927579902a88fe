import type { UnitOfWork } from '@modellregion/kernel'
import { isSeries, type EntityName } from '../model.ts'
import { parseObservationId } from '../observation-id.ts'
import { countMembers, countObservationsOf, type Count } from '../queries/count.ts'
import { conjuncts } from '../queries/filter.ts'
import { goesOnByKey, listMembers, preferIndexes, type From, type Row, type Wanted } from '../queries/read.ts'
import type { Context } from '../queries/scope.ts'
import { listFeaturesAsked, listObservationsOf, listSeriesAsked } from '../queries/series.ts'
import type { Expression, Options } from '../query/ast.ts'
import { pageSize } from '../query/options.ts'
import { refusal } from '../refusal.ts'
import { expandNodes } from './expand.ts'
import { idOf, nodeOf, type Members, type Next } from './node.ts'

/** Reads a page of a set with everything expanded. `from`: over which link; absent: the whole set. */
export async function readSet(db: UnitOfWork, context: Context, entity: EntityName, options: Options, from?: From): Promise<Members> {
  const limit = Math.min(options.top ?? pageSize.usual, pageSize.most)
  const after = options.skiptoken === undefined ? undefined : parseObservationId(options.skiptoken)
  if (options.skiptoken !== undefined && (!after || !goesOnByKey({ entity, orderby: options.orderby }))) throw refusal(400, 'query', '$skiptoken: comes from a next link and cannot be made up.')
  const wanted: Wanted = { entity, filter: options.filter, orderby: options.orderby, limit: limit + 1, offset: options.skip ?? 0, after }
  const feature = from?.entity === 'FeatureOfInterest' ? from.start : undefined
  const { rows, count } = entity === 'Observation' && (!from || feature !== undefined) ? await observations(db, context, wanted, options, feature) : await members(db, context, wanted, options, from)
  const page = rows.slice(0, limit)
  const nodes = page.map((row) => nodeOf(entity, row))
  await expandNodes(db, context, entity, nodes, options.expand)
  const next = rows.length > limit ? nextOf(entity, options, page, limit) : undefined
  return { members: nodes, ...(next && { next }), ...(count && { count }) }
}

function nextOf(entity: EntityName, options: Options, page: readonly Row[], limit: number): Next | undefined {
  const last = page.at(-1)
  if (!last) return undefined // $top=0 asks for no page
  return goesOnByKey({ entity, orderby: options.orderby }) ? { skiptoken: String(idOf(entity, last)) } : { skip: (options.skip ?? 0) + limit }
}

async function members(db: UnitOfWork, context: Context, wanted: Wanted, { count, filter }: Options, from: From | undefined): Promise<{ rows: Row[]; count?: Count }> {
  if (filter && wanted.entity !== 'Observation' && overObservations(filter)) await preferIndexes(db)
  const rows = await listMembers(db, context, wanted, from)
  if (!count) return { rows }
  if (from && isSeries(from.entity) && wanted.entity === 'Observation' && !filter) return { rows, count: { count: await countObservationsOf(db, context, [from.start]), estimate: false } }
  return { rows, count: await countMembers(db, context, wanted.entity, filter, from) }
}

/** Observations of the town: what is asked of their series and features is answered first, because it is small and decides how the millions are walked. */
async function observations(db: UnitOfWork, context: Context, wanted: Wanted, options: Options, feature: number | undefined): Promise<{ rows: Row[]; count?: Count }> {
  const parts = options.filter ? conjuncts(options.filter) : []
  const ofSeries = parts.flatMap((part) => aboutOne(part, ['Datastream', 'MultiDatastream']) ?? [])
  const ofFeature = parts.flatMap((part) => aboutOne(part, ['FeatureOfInterest']) ?? [])
  const rest = parts.filter((part) => !aboutOne(part, ['Datastream', 'MultiDatastream', 'FeatureOfInterest'])).reduce<Expression | undefined>((left, right) => (left ? { kind: 'binary', operator: 'and', left, right } : right), undefined)
  const series = await listSeriesAsked(db, context, ofSeries)
  const asked = ofFeature.length > 0 ? await listFeaturesAsked(db, context, ofFeature.map(({ filter }) => filter)) : undefined
  const features = feature === undefined ? asked : asked === undefined || asked.includes(feature) ? [feature] : []
  const narrowed = { ...wanted, filter: rest, features }
  const rows = goesOnByKey(wanted) && !features ? await listObservationsOf(db, context, series, narrowed) : await listMembers(db, context, narrowed, undefined, series)
  if (!options.count) return { rows }
  return { rows, count: rest || features ? await countMembers(db, context, 'Observation', rest, undefined, series, features) : { count: await countObservationsOf(db, context, series), estimate: false } }
}

type SeriesOrFeature = 'Datastream' | 'MultiDatastream' | 'FeatureOfInterest'
/** A condition that speaks only of an observation's series, or only of its feature, as one about that. */
function aboutOne<Name extends SeriesOrFeature>(part: Expression, among: readonly Name[]): { entity: Name; filter: Expression } | undefined {
  for (const entity of among) {
    const filter = without(entity, part)
    if (filter && mentions(part)) return { entity, filter }
  }
  return undefined
}

const overObservations = (expression: Expression): boolean => {
  switch (expression.kind) {
    case 'path':
      return expression.segments.includes('Observations')
    case 'call':
      return expression.args.some(overObservations)
    case 'binary':
      return overObservations(expression.left) || overObservations(expression.right)
    case 'unary':
      return overObservations(expression.operand)
    case 'in':
      return overObservations(expression.operand) || expression.list.some(overObservations)
    default:
      return false
  }
}

const mentions = (expression: Expression): boolean => {
  switch (expression.kind) {
    case 'path':
      return true
    case 'call':
      return expression.args.some(mentions)
    case 'binary':
      return mentions(expression.left) || mentions(expression.right)
    case 'unary':
      return mentions(expression.operand)
    case 'in':
      return mentions(expression.operand) || expression.list.some(mentions)
    default:
      return false
  }
}

// Undefined as soon as a path begins elsewhere.
function without(link: string, expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression
    case 'path':
      return expression.segments[0] === link && expression.segments.length > 1 ? { ...expression, segments: expression.segments.slice(1) } : undefined
    case 'call':
      return undefined // a geometry was computed for the call as it stood
    case 'unary': {
      if (expression.operator === 'not') return undefined // "no such series" holds for observations of the other kind too
      const operand = without(link, expression.operand)
      return operand && { ...expression, operand }
    }
    case 'binary': {
      const [left, right] = [without(link, expression.left), without(link, expression.right)]
      return left && right && { ...expression, left, right }
    }
    case 'in': {
      const operand = without(link, expression.operand)
      const list = expression.list.map((each) => without(link, each))
      return operand && list.every((each) => each !== undefined) ? { ...expression, operand, list } : undefined
    }
  }
}
