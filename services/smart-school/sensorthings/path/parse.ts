import { entityOf, entityOfSet, linkOf, propertyOf, type EntityName } from '../model.ts'
import { refusal } from '../refusal.ts'

/** A key in brackets: a number, or a text in quotes. */
export type Key = number | string
export type Step = { readonly link: string; readonly entity: EntityName; readonly many: boolean; readonly key?: Key }

/** What an address names (18-088, 9.2): a set or an entity, reached over links, then perhaps a property of it. */
export type ResourcePath = {
  readonly root: { readonly entity: EntityName; readonly key?: Key }
  readonly steps: readonly Step[]
  /** A property and members within: `['properties', 'floor']`. */
  readonly property?: readonly string[]
  readonly end?: '$value' | '$ref' | '$count'
}

const notFound = (part: string) => refusal(404, 'not-found', `There is nothing at "${part}". Begin at the landing page; it names all sets.`)

/** The entity at the end, and whether the address means one of them or a set. */
export function endOf({ root, steps }: ResourcePath): { entity: EntityName; single: boolean } {
  const last = steps.at(-1)
  return last ? { entity: last.entity, single: !last.many || last.key !== undefined } : { entity: root.entity, single: root.key !== undefined }
}

/** Reads an address below the version: `Things(1)/Datastreams`, `Observations('7.1700000000000000.0')/result/$value`. @throws Refusal */
export function parsePath(text: string): ResourcePath {
  const parts = split(text)
  const first = partOf(parts[0] ?? '')
  const root = first && entityOfSet(first.name)
  if (!first || !root) throw notFound(parts[0] ?? '')
  let path: ResourcePath = { root: { entity: root.name, ...(first.key !== undefined && { key: first.key }) }, steps: [] }
  for (const [index, part] of parts.slice(1).entries()) path = further(path, part, index + 2 === parts.length)
  return path
}

function further(path: ResourcePath, part: string, last: boolean): ResourcePath {
  const { entity, single } = endOf(path)
  if (path.end) throw notFound(part)
  if (part === '$ref' || part === '$count' || part === '$value') {
    if (!last || (part === '$value') !== (path.property !== undefined) || (part === '$count' && single)) throw notFound(part)
    return { ...path, end: part }
  }
  if (path.property) {
    if (propertyOf(entity, path.property[0] ?? '')?.kind === 'text') throw notFound(part)
    return { ...path, property: [...path.property, part] }
  }
  if (!single) throw notFound(part)
  const named = partOf(part)
  const link = named && linkOf(entity, named.name)
  if (named && link) {
    if (named.key !== undefined && !link.many) throw notFound(part)
    return { ...path, steps: [...path.steps, { link: link.name, entity: link.target, many: link.many, ...(named.key !== undefined && { key: named.key }) }] }
  }
  const name = part === '@iot.id' || part === 'id' ? '@iot.id' : part
  if (name === '@iot.id' || part === '@iot.selfLink' || entityOf(entity).properties.some((property) => property.name === part)) return { ...path, property: [name] }
  throw notFound(part)
}

// Slashes within quotes belong to the key.
function split(text: string): string[] {
  const parts = text.match(/(?:'(?:[^']|'')*'|[^/'])+/g) ?? []
  return parts.map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      throw notFound(part)
    }
  })
}

function partOf(part: string): { name: string; key?: Key } | undefined {
  const found = /^([A-Za-z]+)(?:\((?:(\d{1,10})|'((?:[^']|'')*)')\))?$/.exec(part)
  if (!found?.[1]) return undefined
  if (found[2] !== undefined) return { name: found[1], key: Number(found[2]) }
  return found[3] === undefined ? { name: found[1] } : { name: found[1], key: found[3].replaceAll("''", "'") }
}
