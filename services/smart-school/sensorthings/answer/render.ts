import type { Json } from '../json.ts'
import { entityOf, linkOf, type EntityName } from '../model.ts'
import { momentOfMicros } from '../observation-id.ts'
import type { Row } from '../queries/read.ts'
import { noOptions, type Options } from '../query/ast.ts'
import { printOptions } from '../query/print.ts'
import { idOf, isMembers, type Members, type Node } from '../read/node.ts'


const moment = (micros: unknown): string | null => (typeof micros === 'string' ? momentOfMicros(BigInt(micros)) : null)
const span = (from: unknown, until: unknown): string | undefined => {
  const [start, end] = [moment(from), moment(until)]
  return start === null ? undefined : end === null ? start : `${start}/${end}`
}

/** The properties of a row under the names of the standard; what is unknown and optional is left out. */
export function propertiesOf(entity: EntityName, row: Row): Json {
  const said: Json = {}
  for (const { name } of entityOf(entity).properties) {
    const value = propertyOf(entity, row, name)
    if (value !== undefined) said[name] = value
  }
  return said
}

/** One property; undefined when it is not said. A result and the moment it was determined are said even when they are null. */
export function propertyOf(entity: EntityName, row: Row, name: string): unknown {
  if (entity === 'Observation') return propertyOfObservation(row, name)
  switch (name) {
    case 'time':
      return moment(row['time'])
    case 'unitOfMeasurement':
    case 'unitOfMeasurements':
      return row['unit']
    case 'multiObservationDataTypes':
      return row['multiTypes']
    case 'phenomenonTime':
      return row['first'] ? `${moment(row['first'])}/${moment(row['last'])}` : undefined
    case 'resultTime':
      return row['resultFrom'] ? `${moment(row['resultFrom'])}/${moment(row['resultUntil'])}` : undefined
    default:
      return row[name] ?? undefined
  }
}

function propertyOfObservation(row: Row, name: string): unknown {
  const extra = (row['extra'] ?? {}) as Json // written by us as an object
  switch (name) {
    case 'phenomenonTime':
      return span(row['at'], row['end'])
    case 'resultTime':
      return moment(row['resultTime'])
    case 'result':
      return row['number'] ?? row['result'] ?? null
    case 'validTime': {
      const kept = extra['validTime'] as { from: string; until?: string } | undefined // written by us in this form
      return kept && (kept.until ? `${kept.from}/${kept.until}` : kept.from)
    }
    default:
      return extra[name]
  }
}

const keyText = (id: number | string): string => (typeof id === 'number' ? String(id) : `'${id}'`)
/** The address of an entity. `base` ends with the version, without a slash. */
export const selfLink = (base: string, entity: EntityName, id: number | string): string => `${base}/${entityOf(entity).set}(${keyText(id)})`

/** An entity as JSON, with its control information, links and what was expanded (18-088, 8.1 and 9.3.2). */
export function renderNode(node: Node, options: Options, base: string): Json {
  const { entity, row } = node
  const id = idOf(entity, row)
  const self = selfLink(base, entity, id)
  const selected = options.select.map((path) => path.split('/')[0])
  const wanted = (name: string): boolean => selected.length === 0 || selected.includes(name)
  const json: Json = {}
  if (wanted('id')) json['@iot.id'] = id
  if (wanted('selfLink')) json['@iot.selfLink'] = self
  for (const [name, value] of Object.entries(propertiesOf(entity, row))) if (wanted(name)) json[name] = value
  for (const link of entityOf(entity).links) {
    const expand = options.expand.find((each) => each.link === link.name)
    if (expand) renderExpanded(json, node, link.name, expand.options, base, self)
    else if (wanted(link.name) && isThere(node, link.name)) json[`${link.name}@iot.navigationLink`] = `${self}/${link.name}`
  }
  return json
}

// An observation belongs to a Datastream or to a MultiDatastream, never to both; those of devices are of their thing and name no feature.
function isThere({ entity, row }: Node, link: string): boolean {
  if (entity !== 'Observation') return true
  if (link === 'FeatureOfInterest') return typeof row['_feature'] === 'number'
  return (link === 'MultiDatastream') === (row['_multi'] === true)
}

function renderExpanded(json: Json, node: Node, link: string, options: Options, base: string, self: string): void {
  const value = node.expanded.get(link)
  if (value === undefined) return
  if (value === null) {
    if (isThere(node, link)) json[link] = null
    return
  }
  if (!isMembers(value)) {
    json[link] = renderNode(value, options, base)
    return
  }
  if (value.count) Object.assign(json, prefixed(link, renderCount(value)))
  json[link] = value.members.map((member) => renderNode(member, options, base))
  if (value.next) json[`${link}@iot.nextLink`] = nextLink(`${self}/${link}`, options, value)
}

const prefixed = (link: string, json: Json): Json => Object.fromEntries(Object.entries(json).map(([name, value]) => [`${link}${name}`, value]))

/** How many there are; marked where it is the planner's estimate. */
export const renderCount = ({ count }: Members): Json => (count ? { '@iot.count': count.count, ...(count.estimate && { '@iot.countIsEstimate': true }) } : {})

/** The address of the page after this one. */
export function nextLink(address: string, options: Options, { next }: Members): string {
  const { skip: _skip, skiptoken: _token, ...kept } = options
  return `${address}?${printOptions({ ...noOptions, ...kept, ...next })}`
}

/** A set as JSON. `address`: of this set, without options. */
export function renderSet(page: Members, options: Options, base: string, address: string): Json {
  return {
    ...renderCount(page),
    ...(page.next && { '@iot.nextLink': nextLink(address, options, page) }),
    value: page.members.map((member) => renderNode(member, options, base)),
  }
}

/** The single link of a row that leads to `link`, for data arrays. */
export const linkAddress = (base: string, { entity, row }: Node, link: string): string | undefined => (linkOf(entity, link) ? `${selfLink(base, entity, idOf(entity, row))}/${link}` : undefined)
