import type { UnitOfWork } from '@modellregion/kernel'
import { isUuid } from '../ckan/write/rules.ts'
import type { Call } from '../ckan/action.ts'
import { callerOf, type Caller } from '../ckan/caller.ts'
import { requiredParam, textParam, type Params } from '../ckan/params.ts'
import { mayPublish, maySee, mayWrite } from '../ckan/rights.ts'
import { denied, invalid, notFound } from '../failure.ts'
import { findResource, type Resource } from './queries.ts'

/** `resource_id`, or `id`, which older clients send. @throws ApiFailure */
export const resourceIdOf = (params: Params): string => textParam(params, 'resource_id') ?? textParam(params, 'id') ?? requiredParam(params, 'resource_id')

const missing = (id: string) => notFound(`Resource "${id}" was not found.`)

/** The file, when the caller may read its table: what is not published is seen by members of its organisation. @throws ApiFailure */
export async function resourceSeen(call: Call, id: string): Promise<Resource> {
  const resource = isUuid(id) ? await call.read((db) => findResource(db, id)) : undefined
  if (!resource) throw missing(id)
  if (resource.published) return resource
  const caller = await call.caller()
  if (!caller || !maySee(caller, resource.organisationId)) throw missing(id)
  return resource
}

/**
 * The file, when the caller may write into its table. Into a published one only a key of scope `publish` writes: what it says is read by
 * everybody at once. @throws ApiFailure
 */
export async function resourceWritten(call: Call, db: UnitOfWork, caller: Caller, action: string, id: string): Promise<Resource> {
  const resource = isUuid(id) ? await findResource(db, id) : undefined
  if (!resource || (!resource.published && !maySee(caller, resource.organisationId))) throw missing(id)
  const may = resource.published ? mayPublish(caller, resource.organisationId) : mayWrite(caller, resource.organisationId)
  if (!may) throw denied(`User ${caller.id} not authorized to call ${action} on resource ${id}${resource.published && mayWrite(caller, resource.organisationId) ? ': the dataset is published, which needs a key of scope "publish"' : ''}`)
  if (resource.harvested) throw denied(`resource ${id} is harvested from another catalogue and changes there`)
  return resource
}

/** Uploaded files change by uploading; a program that knows better says `force`. @throws ApiFailure */
export function refuseReadOnly({ uploaded }: Resource, force: boolean): void {
  if (uploaded && !force) throw invalid({ 'read-only': ['Cannot edit read-only resource because it comes from an uploaded file. Pass "force": true to write into it nevertheless; the next upload replaces what was written.'] })
}

/** One writing unit in the name of the caller, on a file it may write into. @throws ApiFailure */
export async function onResource<T>(call: Call, action: string, id: string, work: (db: UnitOfWork, resource: Resource) => Promise<T>): Promise<T> {
  const caller = await callerOf(call, action)
  return await call.write(caller, async (db) => await work(db, await resourceWritten(call, db, caller, action, id)))
}
