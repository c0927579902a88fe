import { toOrganization } from '../../ckan/to-ckan.ts'
import { findOrganisation, listOrganisations, type CountedOrganisation } from '../../organisation/queries.ts'
import type { OrganisationRow } from '../../dataset/schema.ts'
import { notFound } from '../failure.ts'
import * as queries from '../queries.ts'
import { equal } from '../search/filter.ts'
import { action, always, type Actions } from './action.ts'
import { listOf, type Listed } from './listing.ts'
import { packagesById } from './packages.ts'
import { countParam, flagParam, idOf, requiredParam } from './params.ts'

export const organisationActions: Actions = {
  organization_list: action('Publishing organisations. Parameters: all_fields, sort (name, title or package_count), limit, offset, organizations, include_extras.', async ({ read }, params) => {
    const rows = await read((db) => listOrganisations(db))
    return JSON.stringify(listOf(rows.map(asListed), params, 'organizations'))
  }),

  organization_show: action('One organisation. Parameters: id (name or id), include_datasets, include_dataset_count.', async ({ read }, params) => {
    const id = idOf(params)
    return await read(async (db) => {
      const row = await findOrganisation(db, id)
      if (!row) throw notFound()
      const which = { filter: equal('organisation-id', row.id) }
      const { n } = await queries.countFound(db, which)
      const ids = flagParam(params, 'include_datasets') ? await queries.findIds(db, which, [{ by: 'changed', descending: true }], { from: 0, size: 1_000 }) : undefined
      const text = JSON.stringify({ ...asListed({ ...row, datasets: n }).all, extras: [], groups: [], tags: [], users: [] })
      return ids ? `${text.slice(0, -1)},"packages":[${(await packagesById(db, ids.map(({ id: one }) => one))).join(',')}]}` : text
    })
  }),

  organization_autocomplete: action('Organisations whose name or title holds a text. Parameters: q, limit (20).', async ({ read }, params) => {
    const typed = requiredParam(params, 'q').toLowerCase()
    const rows = await read((db) => listOrganisations(db))
    const found = rows.filter(({ name, title }) => name.includes(typed) || title.toLowerCase().includes(typed))
    return JSON.stringify(found.slice(0, countParam(params, 'limit', 20, 100)).map(({ id, name, title }) => ({ id, name, title })))
  }),

  organization_list_for_user: always('Organisations the caller may edit: none without a sign-in.', []),
}

function asListed(row: CountedOrganisation | (OrganisationRow & { datasets: number })): Listed {
  const organisation = toOrganization({ id: row.id, name: row.name, title: row.title, description: row.description, imageUrl: '', created: row.createdAt })
  return { name: row.name, title: row.title, count: row.datasets, all: { ...organisation, display_name: row.title, image_display_url: '', num_followers: 0, package_count: row.datasets } }
}
