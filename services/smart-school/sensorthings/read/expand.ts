import type { UnitOfWork } from '@modellregion/kernel'
import { isSeries, linkOf, type EntityName } from '../model.ts'
import { countLinked } from '../queries/count.ts'
import { goesOnByKey, listLastObservations, listLastResults, listLinked, type Row } from '../queries/read.ts'
import { startField } from '../queries/relations.ts'
import type { Context } from '../queries/scope.ts'
import type { Expand, Options } from '../query/ast.ts'
import { pageSize } from '../query/options.ts'
import { idOf, nodeOf, type Node } from './node.ts'

/** Members of one answer over all its levels: above, pages within become shorter and carry next links. */
const mostMembers = 20_000

/** Reads what is expanded: one statement for each link of each level, however many members it begins from. */
export async function expandNodes(db: UnitOfWork, context: Context, entity: EntityName, nodes: readonly Node[], expands: readonly Expand[]): Promise<void> {
  if (nodes.length === 0) return
  for (const expand of expands) await expandLink(db, context, entity, nodes, expand)
}

async function expandLink(db: UnitOfWork, context: Context, entity: EntityName, nodes: readonly Node[], { link: name, options }: Expand): Promise<void> {
  const link = linkOf(entity, name)
  if (!link) return
  const field = startField(entity, name)
  const starts = [...new Set(nodes.flatMap(({ row }) => (typeof row[field] === 'number' ? [row[field]] : [])))]
  const fair = Math.max(1, Math.floor(mostMembers / Math.max(1, starts.length)))
  const limit = link.many ? Math.min(options.top ?? pageSize.usual, pageSize.most, fair) : 1
  const rows = starts.length === 0 ? [] : await rowsOf(db, context, entity, name, starts, link.target, options, limit, link.many)
  const counts = link.many && options.count ? await countLinked(db, context, entity, name, link.target, starts, options.filter) : undefined
  const byStart = Map.groupBy(rows, (row) => Number(row['_start']))
  const made: Node[] = []
  const nodesOf = (page: readonly Row[]) => page.map((row) => nodeOf(link.target, row))
  if (!link.many) {
    // One and the same entity for all that lead to it, so that further levels read it once.
    const byKey = new Map([...byStart].flatMap(([start, [row]]) => (row ? [[start, nodeOf(link.target, row)] as const] : [])))
    for (const node of nodes) node.expanded.set(name, byKey.get(Number(node.row[field] ?? Number.NaN)) ?? null)
    made.push(...byKey.values())
  } else
    for (const node of nodes) {
      const start = Number(node.row[field])
      const found = byStart.get(start) ?? []
      const page = nodesOf(found.slice(0, limit))
      const last = found[limit - 1]
      const next = found.length <= limit || !last ? undefined : goesOnByKey({ entity: link.target, orderby: options.orderby }) ? { skiptoken: String(idOf(link.target, last)) } : { skip: (options.skip ?? 0) + limit }
      const count = counts?.get(start)
      node.expanded.set(name, { members: page, ...(next && { next }), ...(count && { count }) })
      made.push(...page)
    }
  await expandNodes(db, context, link.target, made, options.expand)
}

function rowsOf(db: UnitOfWork, context: Context, entity: EntityName, link: string, starts: readonly number[], target: EntityName, options: Options, limit: number, many: boolean): Promise<Row[]> {
  if (isLatest(entity, link, options)) return needsOnlyResults(options) ? listLastResults(db, context, starts) : listLastObservations(db, context, starts)
  return listLinked(db, context, entity, link, starts, { entity: target, filter: options.filter, orderby: options.orderby, limit: limit + (many ? 1 : 0), offset: options.skip ?? 0 })
}

/** "The last value": kept with each write, so that it costs the same after ten years. */
const isLatest = (entity: EntityName, link: string, { top, skip, filter, orderby }: Options): boolean =>
  isSeries(entity) && link === 'Observations' && top === 1 && !skip && !filter && orderby.length === 1 && orderby[0]?.descending === true && goesOnByKey({ entity: 'Observation', orderby })

const keptFields: ReadonlySet<string> = new Set(['phenomenonTime', 'result', 'resultTime'])
const needsOnlyResults = ({ select, expand }: Options): boolean => expand.length === 0 && select.length > 0 && select.every((name) => keptFields.has(name))
