import type { UnitOfWork } from '@modellregion/kernel'
import { isLoose, objectsIn, textIn, type Loose } from '../../../ckan/loose.ts'
import { deleteDraft } from '../../../draft/queries.ts'
import { deleteDataset, withdrawDataset } from '../../../publish/publish.ts'
import { denied, invalid, notFound } from '../../failure.ts'
import { action, type Actions, type Call, type Told } from '../action.ts'
import { callerOf, type Caller } from '../caller.ts'
import { idOf, jsonParam, listParam, requiredParam, type Params } from '../params.ts'
import { mayAdminister, mayPublish, mayWrite } from '../rights.ts'
import { lockFirst, savePackage, toldOf, type Saved } from './save.ts'
import { refuseInReview } from './put.ts'
import { findSeen, getSeen, packageSeen, type Seen } from './seen.ts'

/** Runs in the name of the caller with the dataset locked, so that what was read is what is written over. @throws ApiFailure */
export async function onPackage<T>(call: Call, name: string, nameOrId: string, work: (db: UnitOfWork, caller: Caller, seen: Seen) => Promise<T>): Promise<T> {
  const caller = await callerOf(call, name)
  return await call.write(caller, async (db) => {
    await lockFirst(db, nameOrId)
    return await work(db, caller, await getSeen(db, caller, nameOrId))
  })
}

/** Changes a package by what a function makes of it as it was seen. */
export const revisePackage = (call: Call, name: string, nameOrId: string, change: (pack: Loose) => Loose): Promise<Saved> =>
  onPackage(call, name, nameOrId, (db, caller, seen) => savePackage(db, { call, caller, seen, said: change(packageSeen(seen)) }))

const idOnly = (params: Params, { seen, pack }: Saved): unknown => (String(params['return_id_only'] ?? '') === 'true' ? seen.id : pack)
// What CKAN takes from beside the package.
const said = ({ return_id_only: _, ...params }: Params): Loose => params

export const packageWriting: Actions = {
  package_create: action('Makes a dataset. private: true or state: draft keeps it unpublished; a key of scope "write" sends it into the department’s check, one of scope "publish" publishes it.', async (call, params) => {
    const caller = await callerOf(call, 'package_create')
    const saved = await call.write(caller, async (db) => {
      const id = textIn(params, 'id')
      if (id !== undefined && (await findSeen(db, { ...caller, organisations: [], roles: ['town-admin'] }, id))) throw invalid({ id: ['Dataset id already exists'] })
      return await savePackage(db, { call, caller, said: said(params) })
    })
    return toldOf(saved, idOnly(params, saved))
  }),

  package_update: action('Replaces a dataset by what is sent. Parameters: id or name, and the whole package.', async (call, params) => {
    const saved = await onPackage(call, 'package_update', textIn(params, 'id') ?? requiredParam(params, 'name'), (db, caller, seen) => savePackage(db, { call, caller, seen, said: { name: seen.name, ...said(params) } }))
    return toldOf(saved, idOnly(params, saved))
  }),

  package_patch: action('Replaces the named keys of a dataset. Parameters: id, and those keys.', async (call, params) => {
    const { id: _, ...changes } = said(params)
    const saved = await revisePackage(call, 'package_patch', requiredParam(params, 'id'), (pack) => ({ ...pack, ...changes }))
    return toldOf(saved, idOnly(params, saved))
  }),

  package_resource_reorder: action('Orders the files of a dataset. Parameters: id, order (ids of files; the others follow).', async (call, params) => {
    const order = listParam(params, 'order')
    if (new Set(order).size !== order.length) throw invalid({ order: ['Must supply unique resource_ids'] })
    const saved = await revisePackage(call, 'package_resource_reorder', idOf(params), (pack) => {
      const files = objectsIn(pack, 'resources')
      const missing = order.find((id) => !files.some((file) => file['id'] === id))
      if (missing !== undefined) throw invalid({ order: [`resource_id ${missing} can not be found`] })
      return { ...pack, resources: files.toSorted((a, b) => placeIn(order, a) - placeIn(order, b)) }
    })
    return toldOf(saved, { id: params['id'], order: objectsIn(saved.pack, 'resources').map((file) => file['id']) })
  }),

  package_owner_org_update: action('Gives a dataset to another organisation. Parameters: id, organization_id.', async (call, params) => {
    const saved = await revisePackage(call, 'package_owner_org_update', idOf(params), (pack) => ({ ...pack, owner_org: requiredParam(params, 'organization_id') }))
    return toldOf(saved, null)
  }),

  package_delete: action('Takes a dataset out of the catalogue; its address says so, and package_update brings it back. Parameter: id.', async (call, params) => {
    const id = await onPackage(call, 'package_delete', idOf(params), (db, caller, seen) => takeAway(db, caller, seen))
    return { result: 'null', changed: { packages: [id] } }
  }),

  dataset_purge: action('Removes a dataset for good. For the town’s administration. Parameter: id.', async (call, params) => {
    const id = await onPackage(call, 'dataset_purge', idOf(params), async (db, caller, seen) => {
      if (!mayAdminister(caller)) throw denied('only sysadmins can purge datasets')
      if (seen.dataset) await deleteDataset(db, seen.id, '')
      await deleteDraft(db, seen.id)
      return seen.id
    })
    return { result: 'null', changed: { packages: [id] } }
  }),

  bulk_update_private: bulk('Makes datasets of an organisation private', (pack) => ({ ...pack, private: true })),
  bulk_update_public: bulk('Makes datasets of an organisation public', (pack) => ({ ...pack, private: false, state: 'active' })),
  bulk_update_delete: action('Takes datasets of an organisation out of the catalogue. Parameters: org_id, datasets (ids).', (call, params) => eachOf(call, 'bulk_update_delete', params, async (db, caller, seen) => void (await takeAway(db, caller, seen)))),
}

function bulk(help: string, change: (pack: Loose) => Loose): Actions[string] {
  const name = help.includes('private') ? 'bulk_update_private' : 'bulk_update_public'
  return action(`${help}. Parameters: org_id, datasets (ids).`, (call, params) => eachOf(call, name, params, async (db, caller, seen) => void (await savePackage(db, { call, caller, seen, said: change(packageSeen(seen)) }))))
}

// All or nothing: one unit of work for the whole list.
async function eachOf(call: Call, name: string, params: Params, work: (db: UnitOfWork, caller: Caller, seen: Seen) => Promise<void>): Promise<Told> {
  const caller = await callerOf(call, name)
  const organisation = requiredParam(params, 'org_id')
  const ids = listParam(params, 'datasets').toSorted()
  if (ids.length === 0) throw invalid({ datasets: ['Missing value'] })
  if (ids.length > 100) throw invalid({ datasets: ['At most 100 datasets in one call'] })
  await call.write(caller, async (db) => {
    for (const id of ids) {
      await lockFirst(db, id)
      const seen = await getSeen(db, caller, id)
      if (![seen.organisation.id, seen.organisation.name].includes(organisation)) throw invalid({ datasets: [`dataset ${id} does not belong to organization ${organisation}`] })
      await work(db, caller, seen)
    }
  })
  return { result: 'null', changed: { packages: ids } }
}

async function takeAway(db: UnitOfWork, caller: Caller, seen: Seen): Promise<string> {
  const { id, organisation, as, dataset, draft } = seen
  if (!mayWrite(caller, organisation.id)) throw denied(`User ${caller.id} not authorized to delete package ${id}`)
  if (dataset && !dataset.withdrawnAt && (dataset.sourceId || !mayPublish(caller, organisation.id))) throw denied(`User ${caller.id} not authorized to delete package ${id}`)
  if (as === 'withdrawn') throw notFound('Dataset')
  if (as === 'draft') {
    refuseInReview(draft?.state)
    await deleteDraft(db, id)
  }
  else await withdrawDataset(db, id, '')
  return id
}

const placeIn = (order: readonly string[], file: Loose): number => {
  const place = order.indexOf(String(file['id']))
  return place === -1 ? order.length : place
}

/** A record, as JSON or as JSON in a text, which is how multipart forms carry it. @throws ApiFailure */
export function recordParam(params: Params, name: string): Loose | undefined {
  const value = jsonParam(params, name)
  if (value === undefined) return undefined
  if (!isLoose(value)) throw invalid({ [name]: ['Must be a dict'] })
  return value
}
