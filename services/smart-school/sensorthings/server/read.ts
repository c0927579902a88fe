import { renderNode, renderSet, propertyOf, selfLink } from '../answer/render.ts'
import type { Json } from '../json.ts'
import { renderDataArray } from '../data-array/render.ts'
import { endOf, parsePath, type ResourcePath } from '../path/parse.ts'
import { beginReading } from '../queries/read.ts'
import { openContext } from '../queries/scope.ts'
import { readOptions } from '../query/options.ts'
import { noOptions, type Options } from '../query/ast.ts'
import { expandNodes } from '../read/expand.ts'
import { computeGeometry } from '../read/geometry.ts'
import { idOf, nodeOf } from '../read/node.ts'
import { resolvePath, type Resolved } from '../read/resolve.ts'
import { readSet } from '../read/set.ts'
import { checkOptions } from '../read/validate.ts'
import { refusal } from '../refusal.ts'
import { baseOf, type Answer, type Request, type Site } from './exchange.ts'

/** Answers a reading request. @throws Refusal */
export async function answerRead(site: Site, request: Pick<Request, 'path' | 'query'>): Promise<Answer> {
  const path = parsePath(request.path)
  const options = readOptions(request.query)
  const { entity, single } = endOf(path)
  checkOptions(entity, options)
  if (options.resultFormat && (entity !== 'Observation' || single || path.end)) throw refusal(400, 'query', '$resultFormat=dataArray is for sets of Observations.')
  const { platform, tenant, caller } = site
  const base = baseOf(site)
  return await platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'read', now: platform.now() }, async (db): Promise<Answer> => {
    await beginReading(db)
    const geometry = await computeGeometry(db, entity, options)
    const context = openContext(db.tenant, db.now, caller, geometry)
    const found = await resolvePath(db, context, path)
    if ('row' in found) {
      if (path.property) return answerProperty(path, found, base)
      if (path.end === '$ref') return { status: 200, body: { '@iot.selfLink': selfLink(base, found.entity, idOf(found.entity, found.row)) } }
      const node = nodeOf(found.entity, found.row)
      await expandNodes(db, context, found.entity, [node], options.expand)
      return { status: 200, body: renderNode(node, options, base) }
    }
    const address = `${base}/${request.path.split('/').map(encodeSegment).join('/')}`
    if (path.end === '$count') return { status: 200, text: String((await readSet(db, context, entity, { ...noOptions, ...(options.filter && { filter: options.filter }), top: 0, count: true }, found.from)).count?.count ?? 0) }
    const page = await readSet(db, context, entity, path.end === '$ref' ? withoutMembers(options) : options, found.from)
    if (path.end === '$ref') return { status: 200, body: refsOf(renderSet(page, options, base, address)) }
    return { status: 200, body: options.resultFormat ? renderDataArray(page, options, base, address) : renderSet(page, options, base, address) }
  })
}

const encodeSegment = (segment: string): string => encodeURIComponent(decodeURIComponent(segment)).replaceAll('%24', '$').replaceAll('%40', '@')
const withoutMembers = (options: Options): Options => ({ ...options, expand: [], select: [] })

function refsOf(json: Json): Json {
  const value = json['value'] as Json[] // as renderSet made it
  return { ...json, value: value.map((member) => ({ '@iot.selfLink': member['@iot.selfLink'] })) }
}

/** `Things(1)/name`, `Things(1)/properties/floor/$value`. Without a value the answer is 204 (OData 4, 11.2.3). */
function answerProperty({ property = [], end }: ResourcePath, found: Extract<Resolved, { row: unknown }>, base: string): Answer {
  const [name = '', ...within] = property
  let value: unknown = name === '@iot.id' ? idOf(found.entity, found.row) : name === '@iot.selfLink' ? selfLink(base, found.entity, idOf(found.entity, found.row)) : propertyOf(found.entity, found.row, name)
  for (const member of within) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) throw refusal(404, 'not-found', `There is no "${member}" in ${name}.`)
    value = (value as Json)[member] // an object, as just asked
  }
  if (value === undefined || value === null) return { status: 204 }
  if (end === '$value') return { status: 200, text: typeof value === 'object' ? JSON.stringify(value) : String(value) }
  return { status: 200, body: { [within.at(-1) ?? name]: value } }
}
