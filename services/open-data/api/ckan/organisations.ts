import { listAllOrganisations, findSaidOrganisation, listMembersOf } from '../../organisation/queries.ts'
import { notFound } from '../failure.ts'
import * as queries from '../queries.ts'
import { equal } from '../search/filter.ts'
import { action, type Actions, type Call } from './action.ts'
import { listOf } from './listing.ts'
import { organisationSaid } from './organisation-text.ts'
import { packagesById } from './packages.ts'
import { countParam, flagParam, idOf, requiredParam } from './params.ts'
import { capacityIn, mayAdminister, maySee } from './rights.ts'

export const organisationActions: Actions = {
  organization_list: action('Publishing organisations. Parameters: all_fields, sort (name, title or package_count), limit, offset, organizations, include_extras.', async ({ read }, params) => {
    const rows = await read(listAllOrganisations)
    const listed = rows.map((row) => ({ name: row.name, title: row.title, count: row.datasets, all: withoutDetail(organisationSaid(row, row.datasets), flagParam(params, 'include_extras')) }))
    return JSON.stringify(listOf(listed, params, 'organizations'))
  }),

  organization_show: action('One organisation. Parameters: id (name or id), include_datasets, include_dataset_count, include_users (for its members).', async (call, params) => {
    const id = idOf(params)
    const caller = await call.caller()
    return await call.read(async (db) => {
      const row = await findSaidOrganisation(db, id)
      if (!row || (row.endedAt && !(caller && mayAdminister(caller)))) throw notFound()
      const which = { filter: equal('organisation-id', row.id) }
      const { n } = await queries.countFound(db, which)
      const ids = flagParam(params, 'include_datasets') ? await queries.findIds(db, which, [{ by: 'changed', descending: true }], { from: 0, size: 1_000 }) : undefined
      const users = caller && maySee(caller, row.id) && flagParam(params, 'include_users', true) ? (await listMembersOf(db, row.id)).map(({ accountId, capacity }) => ({ id: accountId, name: accountId, capacity, state: 'active', sysadmin: false })) : []
      const text = JSON.stringify({ ...organisationSaid(row, n), users })
      return ids ? `${text.slice(0, -1)},"packages":[${(await packagesById(db, ids.map(({ id: one }) => one))).join(',')}]}` : text
    })
  }),

  organization_autocomplete: action('Organisations whose name or title holds a text. Parameters: q, limit (20).', async ({ read }, params) => {
    const typed = requiredParam(params, 'q').toLowerCase()
    const rows = await read(listAllOrganisations)
    const found = rows.filter(({ name, title }) => name.includes(typed) || title.toLowerCase().includes(typed))
    return JSON.stringify(found.slice(0, countParam(params, 'limit', 20, 100)).map(({ id, name, title }) => ({ id, name, title })))
  }),

  organization_list_for_user: action('Organisations the caller belongs to, with the capacity there; none without a key.', (call) => ofCaller(call)),
}

async function ofCaller(call: Call): Promise<string> {
  const caller = await call.caller()
  if (!caller) return '[]'
  const rows = await call.read(listAllOrganisations)
  return JSON.stringify(rows.flatMap((row) => {
    const capacity = capacityIn(caller, row.id)
    return capacity ? [{ ...organisationSaid(row, row.datasets), capacity }] : []
  }))
}

function withoutDetail({ extras, groups: _, tags: __, users: ___, ...listed }: ReturnType<typeof organisationSaid>, hasExtras: boolean): Readonly<Record<string, unknown>> {
  return hasExtras ? { ...listed, extras } : listed
}
