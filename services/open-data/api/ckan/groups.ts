import type { UnitOfWork } from '@modellregion/kernel'
import type { Concept } from '../../dcat/schema.ts'
import { stableId } from '../../ckan/to-ckan.ts'
import { themes } from '../../vocabulary/lists.ts'
import { notFound } from '../failure.ts'
import * as queries from '../queries.ts'
import { equal } from '../search/filter.ts'
import { action, always, type Actions } from './action.ts'
import { listOf, type Listed } from './listing.ts'
import { packagesById } from './packages.ts'
import { countParam, flagParam, idOf, requiredParam } from './params.ts'

export const groupActions: Actions = {
  group_list: action('Themes. Parameters: all_fields, sort (name, title or package_count), limit, offset, groups.', async ({ read }, params) => {
    const counts = await read(countThemes)
    return JSON.stringify(listOf(themes.concepts.map((theme) => asListed(theme, counts)), params, 'groups'))
  }),

  group_show: action('One theme. Parameters: id (name or id), include_datasets.', async ({ read }, params) => {
    const theme = findTheme(idOf(params))
    return await read(async (db) => {
      const text = JSON.stringify(await findAsGroup(db, theme))
      return flagParam(params, 'include_datasets') ? `${text.slice(0, -1)},"packages":[${(await packagesOf(db, theme, 1_000)).join(',')}]}` : text
    })
  }),

  group_package_show: action('Datasets of a theme. Parameters: id (name or id), limit.', async ({ read }, params) => {
    const theme = findTheme(idOf(params))
    return `[${(await read((db) => packagesOf(db, theme, countParam(params, 'limit', 1_000, 1_000)))).join(',')}]`
  }),

  group_autocomplete: action('Themes whose title holds a text. Parameters: q, limit (20).', (_call, params) => {
    const typed = requiredParam(params, 'q').toLowerCase()
    const found = themes.concepts.filter(({ code, label }) => code.toLowerCase().includes(typed) || label.de.toLowerCase().includes(typed))
    return JSON.stringify(found.slice(0, countParam(params, 'limit', 20, 100)).map(({ code, label }) => ({ id: stableId('group', code), name: code.toLowerCase(), title: label.de })))
  }),

  group_list_authz: always('Themes the caller may edit: none without a sign-in.', []),
}

/** A theme as `group_show` answers. */
export const findAsGroup = async (db: UnitOfWork, theme: Concept): Promise<object> => ({ ...asListed(theme, await countThemes(db)).all, extras: [], groups: [], tags: [], users: [] })

async function countThemes(db: UnitOfWork): Promise<ReadonlyMap<string, number>> {
  return new Map((await queries.countValues(db, {}, 'theme', null)).map(({ value, n }) => [value, n]))
}

async function packagesOf(db: UnitOfWork, theme: Concept, size: number): Promise<string[]> {
  const found = await queries.findIds(db, { filter: equal('theme', theme.code) }, [{ by: 'changed', descending: true }], { from: 0, size })
  return await packagesById(db, found.map(({ id }) => id))
}

function findTheme(nameOrId: string): Concept {
  const theme = themes.concepts.find(({ code }) => code.toLowerCase() === nameOrId.toLowerCase() || stableId('group', code) === nameOrId)
  if (!theme) throw notFound()
  return theme
}

function asListed({ code, label }: Concept, counts: ReadonlyMap<string, number>): Listed {
  const count = counts.get(code) ?? 0
  const all = {
    approval_status: 'approved', created: '2000-01-01T00:00:00.000000', description: '', display_name: label.de, id: stableId('group', code), image_display_url: '', image_url: '',
    is_organization: false, name: code.toLowerCase(), num_followers: 0, package_count: count, state: 'active', title: label.de, type: 'group',
  } // prettier-ignore
  return { name: code.toLowerCase(), title: label.de, count, all }
}
