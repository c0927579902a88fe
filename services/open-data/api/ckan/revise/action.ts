import { newId, type ReceivedFile } from '@modellregion/kernel'
import { isLoose, objectsIn, type Loose } from '../../../ckan/loose.ts'
import { invalid } from '../../failure.ts'
import { action, type Actions, type Call } from '../action.ts'
import { jsonParam, listParam, type Params } from '../params.ts'
import { onPackage, recordParam } from '../write/package-actions.ts'
import { savePackage, toldOf } from '../write/save.ts'
import { packageSeen } from '../write/seen.ts'
import { filtered, merged, mergedAt, Unfit, unmatched, valueAt } from './rules.ts'

export const reviseActions: Actions = {
  package_revise: action(
    'Changes parts of a dataset, only if it is as the client believes: match, filter, update, include, also as match__key, update__resources__0__name, update__resources__extend, update__resources__0__upload. match__metadata_modified refuses when somebody else was faster.',
    async (call, params) => {
      const match = recordParam(params, 'match') ?? {}
      const flat = flatOf(params, 'match')
      const wanted = [flat['id'], match['id'], flat['name'], match['name']].find((value) => typeof value === 'string' && value !== '')
      if (typeof wanted !== 'string') throw invalid({ match__id: ['Missing value'] })
      const saved = await onPackage(call, 'package_revise', wanted, async (db, caller, seen) => {
        const pack = packageSeen(seen)
        const { id: _, name: __, ...others } = match
        const misses = [...unmatched(pack, { ...others, ...pick(match, pack) }), ...Object.entries(flat).flatMap(([path, value]) => missesAt(pack, path, value))]
        if (misses.length > 0) throw invalid({ match: misses })
        const { said, files } = revised(pack, params, call)
        return await savePackage(db, { call, caller, seen, said, files })
      })
      const include = listOf(params, 'include')
      return toldOf(saved, include.length > 0 ? filtered({ package: saved.pack }, include) : { package: saved.pack })
    },
  ),
}

// `id` may be a name in CKAN's own clients, so it need not be equal to the id.
const pick = (match: Loose, pack: Loose): Loose => ({ ...(match['id'] !== undefined && match['id'] !== pack['name'] && { id: match['id'] }), ...(match['name'] !== undefined && match['name'] !== pack['id'] && { name: match['name'] }) })

function missesAt(pack: Loose, path: string, value: unknown): string[] {
  if (path === 'id' && value === pack['name']) return []
  return unfit('match', () => {
    const found = valueAt(pack, path)
    return unmatched(found.value, value, found.at)
  })
}

function revised(pack: Loose, params: Params, { files: uploads, now }: Call): { said: Loose; files: ReadonlyMap<string, ReceivedFile> } {
  const filters = listOf(params, 'filter')
  const left = filters.length > 0 ? { ...filtered(pack, filters), id: pack['id'], type: pack['type'] } : pack
  const update = recordParam(params, 'update')
  const whole = update ? unfit('update', () => merged(left, update) as Loose) : left // merging records gives a record
  const flat = Object.entries(flatOf(params, 'update')).toSorted(([a], [b]) => Number(b.endsWith('__extend')) - Number(a.endsWith('__extend')) || (a < b ? -1 : 1))
  const said = withIds(flat.reduce((one, [path, value]) => unfit(`update__${path}`, () => mergedAt(one, path, value)), whole), now)
  const files = new Map([...uploads].flatMap(([field, file]) => {
    const path = /^update__(resources__[^_]+)__upload$/.exec(field)?.[1]
    if (path === undefined) return []
    const target = unfit(field, () => valueAt(said, path).value)
    return isLoose(target) ? [[String(target['id']), file] as const] : []
  }))
  return { said, files }
}

// New files get their ids here, so that an upload finds the one it belongs to.
const withIds = (pack: Loose, now: Date): Loose => ({ ...pack, resources: objectsIn(pack, 'resources').map((file) => (file['id'] ? file : { ...file, id: newId(now) })) })

const flatOf = (params: Params, prefix: 'match' | 'update'): Loose =>
  Object.fromEntries(Object.keys(params).filter((key) => key.startsWith(`${prefix}__`)).map((key) => [key.slice(prefix.length + 2), jsonParam(params, key) ?? params[key]]))

const listOf = (params: Params, name: string): string[] => listParam(params, name).flatMap((text) => text.split(',')).map((text) => text.trim()).filter((text) => text !== '')

function unfit<T>(field: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    throw invalid({ [field]: [error.message] })
  }
}
