import { objectsIn } from '../../ckan/loose.ts'
import type { CkanPackage } from '../../ckan/schema.ts'
import { toCkanLicences } from '../../ckan/to-ckan.ts'
import { invalid, notFound } from '../failure.ts'
import * as queries from '../queries.ts'
import { action, always, type Actions, type Call } from './action.ts'
import type { Caller } from './caller.ts'
import { contains, packagesById } from './packages.ts'
import { countParam, idOf, listParam, textParam } from './params.ts'
import { findHolderOfFile } from './write/queries.ts'
import { findSeen, packageSeen } from './write/seen.ts'

export const resourceActions: Actions = {
  resource_show: action('One file or interface of a dataset. Parameter: id.', async (call, params) => {
    const id = idOf(params)
    const caller = await call.caller()
    const [found] = caller ? await resourceSeen(call, caller, id) : await resourcesAt(call, async (db) => [await queries.placeOfFile(db, id)].flatMap((place) => place ?? []))
    if (!found) throw notFound()
    return JSON.stringify(found)
  }),

  resource_search: action('Files whose field holds a text. Parameters: query ("field:text", several as list), order_by, offset, limit. Fields: name, url, format, mimetype, description, id.', async (call, params) => {
    const terms = termsOf(listParam(params, 'query'))
    const order = textParam(params, 'order_by')
    if (order !== undefined && !queries.isFileColumn(order)) throw invalid({ order_by: [`Field "${order}" not recognised in resource_search.`] })
    const page = { from: countParam(params, 'offset', 0, 2_147_483_647), size: countParam(params, 'limit', 1_000, 1_000) }
    const { n } = await call.read((db) => queries.countFiles(db, terms))
    const results = await resourcesAt(call, (db) => queries.findFiles(db, terms, order, page))
    return JSON.stringify({ count: n, results })
  }),

  format_autocomplete: action('Formats that hold a text. Parameters: q, limit (5).', async ({ read }, params) => {
    const typed = textParam(params, 'q') ?? ''
    const formats = await read((db) => queries.countValues(db, {}, 'format', null))
    return JSON.stringify(formats.map(({ value }) => value.toLowerCase()).filter((name) => name.includes(typed.toLowerCase())).slice(0, countParam(params, 'limit', 5, 100)))
  }),

  license_list: action('Licences of the catalogue.', () => JSON.stringify(toCkanLicences())),
  vocabulary_list: always('Vocabularies of tags: there are none.', []),
  vocabulary_show: action('A vocabulary of tags: there are none. Parameter: id.', (_call, params) => {
    throw notFound(idOf(params))
  }),
}

// Who has a key sees what it may write over.
const resourceSeen = ({ read }: Call, caller: Caller, id: string): Promise<unknown[]> =>
  read(async (db) => {
    const holder = await findHolderOfFile(db, id)
    const seen = holder && (await findSeen(db, caller, holder.id))
    return seen ? objectsIn(packageSeen(seen), 'resources').filter((file) => file['id'] === id) : []
  })

type Place = { datasetId: string; position: number }

/** The files at these places, read from their packages, so that a file is the same wherever it is asked for. */
async function resourcesAt({ read }: Call, find: (db: Parameters<Parameters<Call['read']>[0]>[0]) => Promise<Place[]>): Promise<unknown[]> {
  return await read(async (db) => {
    const places = await find(db)
    const texts = await packagesById(db, [...new Set(places.map(({ datasetId }) => datasetId))])
    const packages = new Map(texts.map((text) => JSON.parse(text) as CkanPackage).map((pack) => [pack.id, pack])) // package texts made by this service
    return places.flatMap(({ datasetId, position }) => packages.get(datasetId)?.resources[position] ?? [])
  })
}

function termsOf(queried: readonly string[]): { column: queries.FileColumn; like: string }[] {
  if (queried.length === 0) throw invalid({ query: ['Missing value'] })
  return queried.map((term) => {
    const [, field = '', value] = /^([^:]*):([\s\S]*)$/.exec(term) ?? []
    if (value === undefined) throw invalid({ query: ['Must be <field>:<value> pair(s)'] })
    if (!queries.isFileColumn(field)) throw invalid({ query: [`Field "${field}" not recognised in resource_search.`] })
    return { column: field, like: contains(value) }
  })
}
