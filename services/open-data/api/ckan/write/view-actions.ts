import { newId, type UnitOfWork } from '@modellregion/kernel'
import { ckanTime } from '../../../ckan/to-ckan.ts'
import { deleteView, findView, insertView, listViews, orderViews, updateView, type ResourceView } from '../../../explore/queries.ts'
import { denied, invalid, notFound } from '../../failure.ts'
import { action, type Actions, type Call, type Told } from '../action.ts'
import { callerOf, type Caller } from '../caller.ts'
import { idOf, jsonParam, listParam, requiredParam, textParam, type Params } from '../params.ts'
import { mayWrite } from '../rights.ts'
import { findHolderOfFile } from './queries.ts'
import { findSeen } from './seen.ts'

const own = new Set(['id', 'resource_id', 'package_id', 'title', 'description', 'view_type', 'selection'])

export const viewReading: Actions = {
  resource_view_list: action('Kept views of a file. Parameter: id.', async (call, params) => {
    const id = idOf(params)
    const caller = await call.caller()
    return JSON.stringify(await call.read(async (db) => (await seeFile(db, caller, id), (await listViews(db, [id])).map(asCkan))))
  }),
  resource_view_show: action('A kept view of a file. Parameter: id.', async (call, params) => {
    const id = idOf(params)
    const caller = await call.caller()
    return await call.read(async (db) => {
      const view = await getView(db, id)
      await seeFile(db, caller, view.distributionId)
      return JSON.stringify(asCkan(view))
    })
  }),
}

export const viewWriting: Actions = {
  resource_view_create: action('Keeps a view of a file. Parameters: resource_id, title, view_type, description, selection (as in the address of the page), and whatever the view needs.', (call, params) => {
    const distributionId = requiredParam(params, 'resource_id')
    return onFile(call, 'resource_view_create', distributionId, async (db, datasetId) => {
      const id = newId(db.now)
      await insertView(db, { id, datasetId, distributionId, ...described(params, undefined) })
      return asCkan(await getView(db, id))
    })
  }),
  resource_view_update: action('Replaces a kept view. Parameters: id, and the whole view.', (call, params) => onView(call, 'resource_view_update', idOf(params), async (db, view) => {
    await updateView(db, { id: view.id, ...described(params, undefined) })
    return asCkan(await getView(db, view.id))
  })),
  resource_view_patch: action('Replaces the named keys of a kept view. Parameters: id, and those keys.', (call, params) => onView(call, 'resource_view_patch', idOf(params), async (db, view) => {
    await updateView(db, { id: view.id, ...described(params, view) })
    return asCkan(await getView(db, view.id))
  })),
  resource_view_delete: action('Removes a kept view. Parameter: id.', (call, params) => onView(call, 'resource_view_delete', idOf(params), async (db, view) => void (await deleteView(db, view.id)))),
  resource_view_reorder: action('Orders the kept views of a file. Parameters: id, order (ids of views).', (call, params) => {
    const id = idOf(params)
    const order = listParam(params, 'order')
    if (new Set(order).size !== order.length) throw invalid({ order: ['No duplicates allowed in order'] })
    return onFile(call, 'resource_view_reorder', id, async (db) => {
      const known = (await listViews(db, [id])).map((view) => view.id)
      if (order.some((one) => !known.includes(one))) throw invalid({ order: ['Not all resource view ids belong to this resource'] })
      await orderViews(db, id, [...order, ...known.filter((one) => !order.includes(one))])
      return { id, order }
    })
  }),
  resource_create_default_resource_views: none('resource_create_default_resource_views'),
  package_create_default_resource_views: none('package_create_default_resource_views'),
}

function none(name: string): Actions[string] {
  return action('Makes the usual views of new files: every table has its page by itself, so none need to be kept.', async (call) => {
    await callerOf(call, name)
    return '[]'
  })
}

const asCkan = (view: ResourceView) => ({
  ...view.config,
  id: view.id, resource_id: view.distributionId, package_id: view.datasetId, title: view.title, description: view.description, view_type: view.viewType, selection: view.selection, created: ckanTime(view.createdAt),
}) // prettier-ignore

function described(params: Params, before: ResourceView | undefined): Pick<ResourceView, 'title' | 'description' | 'viewType' | 'selection' | 'config'> {
  const title = textParam(params, 'title') ?? before?.title ?? ''
  const viewType = textParam(params, 'view_type') ?? before?.viewType ?? ''
  if (title.trim() === '') throw invalid({ title: ['Missing value'] })
  if (viewType.trim() === '') throw invalid({ view_type: ['Missing value'] })
  const others = Object.fromEntries(Object.keys(params).filter((key) => !own.has(key)).map((key) => [key, jsonParam(params, key)]))
  const config = { ...before?.config, ...others }
  if (JSON.stringify(config).length > 20_000) throw invalid({ message: ['A view may hold at most 20000 characters'] })
  return { title: title.slice(0, 500), description: (textParam(params, 'description') ?? before?.description ?? '').slice(0, 5_000), viewType: viewType.slice(0, 100), selection: (textParam(params, 'selection') ?? before?.selection ?? '').slice(0, 4_000), config }
}

async function getView(db: UnitOfWork, id: string): Promise<ResourceView> {
  const view = /^[0-9a-f-]{36}$/.test(id) ? await findView(db, id) : undefined
  if (!view) throw notFound('Resource view was not found.')
  return view
}

/** The dataset of a file that the caller may see. @throws ApiFailure */
async function seeFile(db: UnitOfWork, caller: Caller | undefined, fileId: string): Promise<NonNullable<Awaited<ReturnType<typeof findSeen>>>> {
  const holder = await findHolderOfFile(db, fileId)
  const seen = holder && (await findSeen(db, caller, holder.id))
  if (!seen) throw notFound('Resource was not found.')
  return seen
}

async function onFile(call: Call, name: string, fileId: string, work: (db: UnitOfWork, datasetId: string) => Promise<unknown>): Promise<Told> {
  const caller = await callerOf(call, name)
  return await call.write(caller, async (db) => {
    const seen = await seeFile(db, caller, fileId)
    if (!mayWrite(caller, seen.organisation.id)) throw denied(`User ${caller.id} not authorized to edit views of resource ${fileId}`)
    return { result: JSON.stringify((await work(db, seen.id)) ?? null), changed: { packages: [seen.id], resources: [fileId] } }
  })
}

async function onView(call: Call, name: string, id: string, work: (db: UnitOfWork, view: ResourceView) => Promise<unknown>): Promise<Told> {
  const view = await call.read((db) => getView(db, id))
  return await onFile(call, name, view.distributionId, (db) => work(db, view))
}
