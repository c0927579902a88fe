import { badQuery } from '../failure.ts'
import { countParam, flagParam, listParam, textParam, type Params } from './params.ts'

/** An organisation or group in a list. */
export type Listed = { readonly name: string; readonly title: string; readonly count: number; readonly all: Readonly<Record<string, unknown>> }

/** Names, or with `all_fields` everything; sorted, filtered by name and cut as asked. @throws ApiFailure */
export function listOf(items: readonly Listed[], params: Params, only: 'organizations' | 'groups'): unknown[] {
  const wanted = listParam(params, only)
  const { by, descending } = sortingOf(params)
  const chosen = items.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).toSorted((a, b) => compare(a, b, by) * (descending ? -1 : 1) || compare(a, b, 'name'))
  const from = countParam(params, 'offset', 0)
  const page = chosen.slice(from, from + countParam(params, 'limit', chosen.length))
  return page.map(({ name, all }) => (flagParam(params, 'all_fields') ? all : name))
}

type By = 'name' | 'title' | 'count'
const keys: Readonly<Record<string, By>> = { name: 'name', title: 'title', package_count: 'count', packages: 'count' }

function sortingOf(params: Params): { by: By; descending: boolean } {
  const text = textParam(params, 'sort')?.trim() || textParam(params, 'order_by')?.trim() || 'title asc'
  const [name = '', direction] = text.split(/\s+/)
  const by = Object.hasOwn(keys, name) ? keys[name] : undefined
  if (!by) throw badQuery(`Cannot sort by field '${name}'`)
  return { by, descending: direction === undefined ? by === 'count' : direction.toLowerCase() === 'desc' }
}

function compare(a: Listed, b: Listed, by: By): number {
  if (by === 'count') return a.count - b.count
  return a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : 0
}
