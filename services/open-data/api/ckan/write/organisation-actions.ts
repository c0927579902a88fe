import { audit, newId, type UnitOfWork } from '@modellregion/kernel'
import { textIn, type Loose } from '../../../ckan/loose.ts'
import { countBelongings, deleteOrganisation, endOrganisation, findSaidOrganisation, insertOrganisation, updateOrganisation, type SaidOrganisation } from '../../../organisation/queries.ts'
import { denied, invalid, notFound } from '../../failure.ts'
import { action, type Actions, type Call, type Told } from '../action.ts'
import { callerOf, type Caller } from '../caller.ts'
import { organisationSaid, saidBeside } from '../organisation-text.ts'
import { idOf, type Params } from '../params.ts'
import { mayAdminister, mayManage } from '../rights.ts'
import { isUuid, organisationErrors } from './rules.ts'

export const organisationWriting: Actions = {
  organization_create: action('Makes an organisation. For the town’s administration. Parameters: name, title, description, image_url, extras and others.', async (call, params) => {
    const caller = await callerOf(call, 'organization_create')
    if (!mayAdminister(caller)) throw denied(`User ${caller.id} not authorized to create organizations`)
    const errors = organisationErrors(params)
    if (Object.keys(errors).length > 0) throw invalid(errors)
    return await call.write(caller, async (db) => {
      const row = { id: isUuid(params['id']) ? params['id'] : newId(db.now), ...describe(params), homepage: null, email: null, uri: null, ckan: saidBeside(params), createdAt: createdAt(params) ?? db.now }
      if ((await insertOrganisation(db, row)) === 0) throw invalid((await findSaidOrganisation(db, row.name)) ? { name: ['Group name already exists in database'] } : { id: ['Already exists'] })
      await audit(db, { action: 'organisation.create', subject: row.id, detail: { name: row.name } })
      return tellOf({ ...row, endedAt: null })
    })
  }),

  organization_update: action('Replaces what is said of an organisation. Parameters: id, and the whole organisation; members are changed by their own actions.', (call, params) => change(call, 'organization_update', params, () => params)),
  organization_patch: action('Replaces the named keys of an organisation. Parameters: id, and those keys.', (call, params) => change(call, 'organization_patch', params, (row) => ({ ...organisationSaid(row, 0), ...without(params, 'id') }))),

  organization_delete: action('Ends an organisation that publishes nothing any more; organization_update brings it back. Parameter: id.', (call, params) =>
    end(call, 'organization_delete', params, async (db, row) => {
      const { published, drafts } = await countBelongings(db, row.id)
      if (published + drafts > 0) throw invalid({ message: ['Organization cannot be deleted while it still has datasets'] })
      await endOrganisation(db, row.id)
    }),
  ),

  organization_purge: action('Removes an organisation for good, once all its datasets are purged. Parameter: id.', (call, params) =>
    end(call, 'organization_purge', params, async (db, row) => {
      const { published, withdrawn, drafts } = await countBelongings(db, row.id)
      if (published + withdrawn + drafts > 0) throw invalid({ message: ['Organization cannot be purged while it still has datasets; purge them first'] })
      await deleteOrganisation(db, row.id)
    }),
  ),
}

/** @throws ApiFailure */
export async function getOrganisation(db: UnitOfWork, nameOrId: string): Promise<SaidOrganisation> {
  const row = await findSaidOrganisation(db, nameOrId)
  if (!row) throw notFound('Organization was not found.')
  return row
}

async function change(call: Call, name: string, params: Params, say: (row: SaidOrganisation) => Loose): Promise<Told> {
  const caller = await callerOf(call, name)
  return await call.write(caller, async (db) => {
    const row = await getOrganisation(db, idOf(params))
    if (!mayManage(caller, row.id)) throw denied(`User ${caller.id} not authorized to edit organization ${row.id}`)
    const said = { name: row.name, ...without(say(row), 'id') }
    const errors = organisationErrors(said)
    if (Object.keys(errors).length > 0) throw invalid(errors)
    const after = { ...row, ...describe(said), ckan: saidBeside(said) }
    const holder = await findSaidOrganisation(db, after.name)
    if (holder && holder.id !== row.id) throw invalid({ name: ['Group name already exists in database'] })
    await updateOrganisation(db, after)
    await audit(db, { action: 'organisation.change', subject: row.id, detail: { name: after.name } })
    return tellOf({ ...after, endedAt: null })
  })
}

async function end(call: Call, name: string, params: Params, work: (db: UnitOfWork, row: SaidOrganisation, caller: Caller) => Promise<void>): Promise<Told> {
  const caller = await callerOf(call, name)
  if (!mayAdminister(caller)) throw denied(`User ${caller.id} not authorized to delete organizations`)
  const id = await call.write(caller, async (db) => {
    const row = await getOrganisation(db, idOf(params))
    await work(db, row, caller)
    await audit(db, { action: name === 'organization_purge' ? 'organisation.delete' : 'organisation.end', subject: row.id, detail: { name: row.name } })
    return row.id
  })
  return { result: 'null', changed: { organizations: [id] } }
}

const tellOf = (row: SaidOrganisation): Told => ({ result: JSON.stringify(organisationSaid(row, 0)), changed: { organizations: [row.id] } })

const describe = (said: Loose): { name: string; title: string; description: string } => ({ name: String(said['name']), title: textIn(said, 'title') ?? String(said['name']), description: typeof said['description'] === 'string' ? said['description'] : '' })

function createdAt(said: Loose): Date | undefined {
  const text = textIn(said, 'created')
  const date = text === undefined ? undefined : new Date(/[Z+]|T.*-/.test(text) ? text : `${text}Z`)
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}

const without = (record: Loose, key: string): Loose => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
