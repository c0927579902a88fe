import type { UnitOfWork } from '@modellregion/kernel'
import { oncePerCatalogue } from '../../catalogue/kept.ts'
import { listDatasetNames } from '../../dataset/queries.ts'
import { notFound } from '../failure.ts'
import { packageTexts } from '../package-texts.ts'
import * as queries from '../queries.ts'
import { always as every } from '../search/filter.ts'
import { likePattern } from '../search/pattern.ts'
import { action, type Actions } from './action.ts'
import { countParam, idOf, requiredParam } from './params.ts'
import { getSeen, packageSeen } from './write/seen.ts'

const everything = 2_147_483_647

/** The dataset of this name or id. @throws ApiFailure */
export async function findPackage(db: UnitOfWork, nameOrId: string): Promise<queries.Stamp> {
  const stamp = await queries.findStamp(db, nameOrId)
  if (!stamp) throw notFound()
  return stamp
}

/** The packages with these ids as JSON texts, in this order. */
export async function packagesById(db: UnitOfWork, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const stamps = new Map((await queries.listStamps(db, ids)).map((stamp) => [stamp.id, stamp]))
  return await packageTexts(db, ids.flatMap((id) => stamps.get(id) ?? []))
}

/** What a person typed, anywhere in a text. */
export const contains = (typed: string): string => `%${likePattern(typed.replaceAll(/[\\*?]/g, '\\$&'))}%`

export const packageActions: Actions = {
  package_list: action('Names of all datasets. Parameters: limit, offset.', async ({ read }, params) => {
    const page = { from: countParam(params, 'offset', 0), size: countParam(params, 'limit', everything, everything) }
    const list = async (db: UnitOfWork) => JSON.stringify((await listDatasetNames(db, page)).map(({ name }) => name))
    return await read((db) => (page.from === 0 && page.size === everything ? oncePerCatalogue(db, 'names', () => list(db)) : list(db)))
  }),

  current_package_list_with_resources: action('Datasets with their files, the most recently changed first. Parameters: limit (10), offset, page.', async ({ read }, params) => {
    const size = countParam(params, 'limit', 10, 1_000)
    const from = params['page'] === undefined ? countParam(params, 'offset', 0) : Math.max(0, countParam(params, 'page', 1) - 1) * size
    const texts = await read(async (db) => {
      const found = await queries.findIds(db, { filter: every }, [{ by: 'changed', descending: true }], { from, size })
      return await packagesById(db, found.map(({ id }) => id))
    })
    return `[${texts.join(',')}]`
  }),

  package_show: action('One dataset with its files; with a key, what is being written too. Parameter: id (name or id).', async (call, params) => {
    const id = idOf(params)
    const caller = await call.caller()
    if (caller) return JSON.stringify(packageSeen(await call.read((db) => getSeen(db, caller, id))))
    const [text] = await call.read(async (db) => await packageTexts(db, [await findPackage(db, id)]))
    if (text === undefined) throw notFound()
    return text
  }),

  package_autocomplete: action('Datasets whose name or title holds a text. Parameters: q, limit (10).', async ({ read }, params) => {
    const typed = requiredParam(params, 'q')
    const found = await read((db) => queries.completeTitles(db, contains(typed), countParam(params, 'limit', 10, 100)))
    return JSON.stringify(found.map(({ name, title }) => completion(typed, name, title)))
  }),

  package_relationships_list: action('Relations of a dataset to others: none are kept. Parameter: id.', async ({ read }, params) => {
    await read((db) => findPackage(db, idOf(params)))
    return '[]'
  }),
}

function completion(typed: string, name: string, title: string) {
  const inName = name.toLowerCase().includes(typed.toLowerCase())
  return { name, title, match_field: inName ? 'name' : 'title', match_displayed: inName || title === name ? name : `${title} (${name})` }
}
