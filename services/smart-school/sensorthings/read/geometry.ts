import type { UnitOfWork } from '@modellregion/kernel'
import { distance, lengthOf } from '../geometry/measure.ts'
import { holds } from '../geometry/relate.ts'
import { shapeOfGeoJson, shapeOfText, type Shape } from '../geometry/shape.ts'
import { linkOf, propertyOf, type EntityName } from '../model.ts'
import { listGeometries, mostPlaces } from '../queries/geometry.ts'
import type { Geometry } from '../queries/scope.ts'
import type { Call, Expression, Options } from '../query/ast.ts'
import { refusal } from '../refusal.ts'

/** Finds the functions of geometry in all that is asked and computes for each what it says of every place of the town: the database knows no geometry. */
export async function computeGeometry(db: UnitOfWork, entity: EntityName, options: Options): Promise<Map<Call, Geometry>> {
  const known = new Map<Call, Geometry>()
  const shapes = new Map<EntityName, { id: number; shape: Shape }[]>()
  for (const { call, from } of geometricCalls(entity, options)) {
    const target = placesOf(from, call)
    const all = shapes.get(target) ?? (await shapesOf(db, target))
    shapes.set(target, all)
    known.set(call, compute(call, all))
  }
  return known
}

type Found = { readonly call: Call; readonly from: EntityName }
const isGeometric = ({ name }: Call): boolean => name.startsWith('geo.') || name.startsWith('st_')

function geometricCalls(from: EntityName, { filter, orderby, expand }: Options): Found[] {
  const own = [...(filter ? [filter] : []), ...orderby.map(({ by }) => by)].flatMap(callsIn).filter(isGeometric)
  const deeper = expand.flatMap(({ link, options }) => {
    const target = linkOf(from, link)?.target
    return target ? geometricCalls(target, options) : []
  })
  return [...own.map((call) => ({ call, from })), ...deeper]
}

function callsIn(expression: Expression): Call[] {
  switch (expression.kind) {
    case 'call':
      return [expression, ...expression.args.flatMap(callsIn)]
    case 'binary':
      return [...callsIn(expression.left), ...callsIn(expression.right)]
    case 'unary':
      return callsIn(expression.operand)
    case 'in':
      return [...callsIn(expression.operand), ...expression.list.flatMap(callsIn)]
    default:
      return []
  }
}

// Which entity's geometry the path of a call leads to.
function placesOf(from: EntityName, call: Call): EntityName {
  const path = call.args.find((arg) => arg.kind === 'path')
  let entity = from
  for (const segment of path?.kind === 'path' ? path.segments : []) {
    const link = linkOf(entity, String(segment))
    if (link) entity = link.target
    else if (propertyOf(entity, String(segment))?.kind === 'geometry') return entity
  }
  throw refusal(400, 'query', `${call.name}() takes a geometry property (location, feature, observedArea) and a literal such as geography'POINT (6.1 50.8)'.`, call.at)
}

async function shapesOf(db: UnitOfWork, entity: EntityName): Promise<{ id: number; shape: Shape }[]> {
  const rows = await listGeometries(db, entity)
  if (rows.length > mostPlaces) throw refusal(400, 'query', `Functions of geometry look at ${mostPlaces} places at most; there are more here. Narrow the question by another property.`)
  return rows.flatMap(({ id, geometry }) => {
    const shape = shapeOfGeoJson(geometry)
    return shape ? [{ id, shape }] : []
  })
}

function compute(call: Call, places: readonly { id: number; shape: Shape }[]): Geometry {
  if (call.name === 'geo.length') return { type: 'number', byId: Object.fromEntries(places.map(({ id, shape }) => [id, lengthOf(shape)])) }
  const other = literalOf(call)
  if (call.name === 'geo.distance') return { type: 'number', byId: Object.fromEntries(places.map(({ id, shape }) => [id, distance(shape, other)])) }
  const pattern = patternOf(call)
  const pathFirst = call.args[0]?.kind === 'path'
  return { type: 'boolean', ids: places.filter(({ shape }) => (pathFirst ? holds(call.name, shape, other, pattern) : holds(call.name, other, shape, pattern))).map(({ id }) => id) }
}

function literalOf(call: Call): Shape {
  const literal = call.args.find((arg) => arg.kind === 'literal' && arg.type === 'geometry')
  const shape = literal?.kind === 'literal' && literal.type === 'geometry' ? shapeOfText(literal.value) : undefined
  if (!shape) throw refusal(400, 'query', `${call.name}() takes a literal such as geography'POINT (6.1 50.8)': POINT, LINESTRING, POLYGON or MULTI of them, rings closed.`, literal?.at ?? call.at)
  return shape
}

function patternOf(call: Call): string {
  if (call.name !== 'st_relate') return ''
  const [, , pattern] = call.args
  if (pattern?.kind === 'literal' && pattern.type === 'text' && /^[TF*012]{9}$/.test(pattern.value)) return pattern.value
  throw refusal(400, 'query', `st_relate() takes a pattern of nine signs out of T, F, *, 0, 1, 2 such as 'T*F**F***'.`, call.at)
}
