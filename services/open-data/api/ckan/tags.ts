import type { UnitOfWork } from '@modellregion/kernel'
import { oncePerCatalogue } from '../../catalogue/kept.ts'
import { stableId } from '../../ckan/to-ckan.ts'
import { notFound } from '../failure.ts'
import * as queries from '../queries.ts'
import { equal } from '../search/filter.ts'
import { action, type Actions } from './action.ts'
import { contains, packagesById } from './packages.ts'
import { countParam, flagParam, idOf, listParam, textParam, type Params } from './params.ts'

const tag = (name: string) => ({ vocabulary_id: null, display_name: name, id: stableId('tag', name), name })

export const tagActions: Actions = {
  tag_list: action('Keywords of the datasets. Parameters: query, all_fields.', async ({ read }, params) => {
    refuseVocabulary(params)
    const [typed, whole] = [typedIn(params), flagParam(params, 'all_fields')]
    const list = async (db: UnitOfWork) => JSON.stringify((await queries.listTags(db, contains(typed), { from: 0, size: null })).map(({ value }) => (whole ? tag(value) : value)))
    return await read((db) => (typed === '' ? oncePerCatalogue(db, `tags ${whole}`, () => list(db)) : list(db)))
  }),

  tag_show: action('One keyword. Parameters: id (the keyword or its id), include_datasets.', async ({ read }, params) => {
    refuseVocabulary(params)
    const wanted = idOf(params)
    return await read(async (db) => {
      const all = await queries.listTags(db, '%', { from: 0, size: null })
      const found = all.find(({ value }) => value === wanted || stableId('tag', value) === wanted)
      if (!found) throw notFound()
      const text = JSON.stringify(tag(found.value))
      if (!flagParam(params, 'include_datasets')) return text
      const ids = await queries.findIds(db, { filter: equal('tag', found.value) }, [{ by: 'changed', descending: true }], { from: 0, size: 1_000 })
      return `${text.slice(0, -1)},"packages":[${(await packagesById(db, ids.map(({ id }) => id))).join(',')}]}`
    })
  }),

  tag_search: action('Keywords that hold a text. Parameters: query, limit, offset.', async ({ read }, params) => {
    refuseVocabulary(params)
    const typed = typedIn(params)
    const found = typed === '' ? [] : await read((db) => queries.listTags(db, contains(typed), { from: 0, size: null }))
    const from = countParam(params, 'offset', 0)
    return JSON.stringify({ count: found.length, results: found.slice(from, from + countParam(params, 'limit', found.length)).map(({ value }) => tag(value)) })
  }),

  tag_autocomplete: action('Keywords that hold a text. Parameters: q, limit (10).', async ({ read }, params) => {
    refuseVocabulary(params)
    const typed = typedIn(params)
    const found = typed === '' ? [] : await read((db) => queries.listTags(db, contains(typed), { from: countParam(params, 'offset', 0), size: countParam(params, 'limit', 10, 1_000) }))
    return JSON.stringify(found.map(({ value }) => value))
  }),
}

// Several texts are alternatives in CKAN; the first one counts here.
const typedIn = (params: Params): string => listParam(params, 'query')[0] ?? textParam(params, 'q') ?? ''

function refuseVocabulary(params: Params): void {
  const vocabulary = textParam(params, 'vocabulary_id')
  if (vocabulary) throw notFound(`could not find vocabulary "${vocabulary}"`)
}
