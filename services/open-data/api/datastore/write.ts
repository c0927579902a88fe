import { newId, NotFound, type UnitOfWork } from '@modellregion/kernel'
import { PushRefused, type PushedField } from '../../store/pushed.ts'
import { pushRecords, removeRecords } from '../../store/push.ts'
import type { Method, PushRecord } from '../../store/push-rules.ts'
import * as tables from '../../store/queries.ts'
import type { Cell } from '../../store/schema.ts'
import { QueryRefused } from '../../store/table.ts'
import { findVersion } from '../../version/queries.ts'
import type { Call, Told } from '../ckan/action.ts'
import { callerOf } from '../ckan/caller.ts'
import { flagParam, jsonParam, textParam, type Params } from '../ckan/params.ts'
import { resourceWriting } from '../ckan/write/resource-actions.ts'
import { invalid, notFound } from '../failure.ts'
import { changedFields, declaredFields, fieldsTold, primaryKeyOf, recordsOf, refusedRecords } from './columns.ts'
import type { Resource } from './queries.ts'
import { conditionsOf, refusedQuestion } from './question.ts'
import { onResource, refuseReadOnly, resourceIdOf } from './resource.ts'

/** `datastore_create`: makes a table for a file or adds columns and rows to it. @throws ApiFailure */
export async function createTable(call: Call, params: Params): Promise<Told> {
  const records = recordsOf(params)
  if (jsonParam(params, 'aliases') !== undefined && !isEmpty(jsonParam(params, 'aliases'))) throw invalid({ aliases: ['Other names of tables are not offered here.'] })
  const id = await resourceFor(call, params, records)
  const made = await onResource(call, 'datastore_create', id, async (db, resource) => {
    const before = await tables.lockPushed(db, id)
    const present = await currentOf(db, resource, before)
    refuseReadOnly(resource, flagParam(params, 'force'))
    const declared = declaredFields(params, records, present?.fields)
    const fields = present ? changedFields(present.fields, declared) : declared
    if (fields.length === 0) throw invalid({ fields: ['Please give "fields" or "records"'] })
    const primaryKey = primaryKeyOf(params, fields) ?? present?.primaryKey ?? []
    if (!before || before !== present) {
      if (before) await tables.deletePushed(db, id)
      await tables.insertPushed(db, { distributionId: id, datasetId: resource.datasetId, versionId: present?.versionId ?? null, fields, primaryKey })
    } else await tables.changePushed(db, { distributionId: id, fields, primaryKey })
    // As in CKAN, rows come in by the key when there is one.
    if (records.length > 0) await push(call, db, id, primaryKey.length > 0 ? 'upsert' : 'insert', records)
    return { fields, primaryKey, resource }
  })
  const result = { resource_id: id, package_id: made.resource.datasetId, fields: fieldsTold(made.fields), primary_key: made.primaryKey, method: 'insert', ...(flagParam(params, 'include_records') && { records }) }
  return { result: JSON.stringify(result), changed: { resources: [id] } }
}

/** The file named, or a new one in the dataset that `resource` names. */
async function resourceFor(call: Call, params: Params, records: readonly PushRecord[]): Promise<string> {
  const wanted = jsonParam(params, 'resource')
  if (wanted === undefined) return resourceIdOf(params)
  if (textParam(params, 'resource_id') !== undefined) throw invalid({ resource: ['resource cannot be used with resource_id'] })
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) throw invalid({ resource: ['Not a dictionary'] })
  primaryKeyOf(params, declaredFields(params, records)) // said before a file is made in vain
  const id = newId(call.now)
  const said = { format: 'CSV', ...wanted, id, url: `${call.site}/datastore/dump/${id}`, url_type: 'datastore' }
  await resourceWriting['resource_create']?.run(call, said)
  return id
}

type Standing = Pick<tables.PushedTable, 'fields' | 'primaryKey' | 'versionId'>

/** The table as it stands: what programs have made of it, or that of the upload. */
async function currentOf(db: UnitOfWork, { id }: Resource, pushed: tables.PushedTable | undefined): Promise<Standing | undefined> {
  const upload = await tables.findUploadOfFile(db, id)
  if (pushed && (!upload || pushed.versionId === upload.versionId)) return pushed
  const version = upload && (await findVersion(db, upload.versionId))
  return version?.tableFile && version.fields ? { fields: version.fields, primaryKey: [], versionId: version.id } : undefined
}

/** `datastore_upsert`: writes rows by `method`, which is `upsert` unless said otherwise. @throws ApiFailure */
export async function upsertRows(call: Call, params: Params): Promise<Told> {
  const id = resourceIdOf(params)
  const method = methodOf(params)
  const records = recordsOf(params)
  const dry = flagParam(params, 'dry_run')
  const written = await dryOrNot(dry, () =>
    onResource(call, 'datastore_upsert', id, async (db, resource) => {
      refuseReadOnly(resource, flagParam(params, 'force'))
      await beginFromUpload(db, resource)
      const pushed = await push(call, db, id, method, records)
      if (dry) throw new DryRun(pushed.fields, pushed.numbers)
      return { fields: pushed.fields, numbers: pushed.numbers }
    }),
  )
  const told = flagParam(params, 'include_records') ? { records: records.map((record, at) => ({ _id: written.numbers[at], ...record })) } : {}
  return { result: JSON.stringify({ resource_id: id, method, ...(dry && { dry_run: true }), ...told }), changed: dry ? {} : { resources: [id] } }
}

const methods = ['insert', 'update', 'upsert'] as const
function methodOf(params: Params): Method {
  const method = methods.find((one) => one === (textParam(params, 'method') ?? 'upsert'))
  if (!method) throw invalid({ method: [`Must be one of ${methods.join(', ')}`] })
  return method
}

/** Everything is as it would be, and then it is not. */
class DryRun extends Error {
  readonly fields: readonly PushedField[]
  readonly numbers: readonly number[]
  constructor(fields: readonly PushedField[], numbers: readonly number[]) {
    super('dry run')
    this.fields = fields
    this.numbers = numbers
  }
}

async function dryOrNot<T extends { fields: readonly PushedField[]; numbers: readonly number[] }>(dry: boolean, work: () => Promise<T>): Promise<Pick<T, 'fields' | 'numbers'>> {
  try {
    return await work()
  } catch (error) {
    if (dry && error instanceof DryRun) return error as Pick<T, 'fields' | 'numbers'> // it carries both
    throw error
  }
}

/** The first write into an uploaded table makes it one that programs write into. */
async function beginFromUpload(db: UnitOfWork, resource: Resource): Promise<void> {
  const before = await tables.lockPushed(db, resource.id)
  const present = await currentOf(db, resource, before)
  if (!present) throw notFound(`Resource "${resource.id}" was not found.`)
  if (present === before) return
  if (before) await tables.deletePushed(db, resource.id)
  await tables.insertPushed(db, { distributionId: resource.id, datasetId: resource.datasetId, ...present })
}

async function push(call: Call, db: UnitOfWork, id: string, method: Method, records: readonly PushRecord[]) {
  try {
    return await pushRecords(call.platform, db, id, method, records)
  } catch (error) {
    if (error instanceof PushRefused) throw refusedRecords(error.refusal)
    throw error
  }
}

/** `datastore_delete`: rows that fit the filters, or without filters the whole table. @throws ApiFailure */
export async function deleteTable(call: Call, params: Params, rowsOnly: boolean): Promise<Told> {
  const action = rowsOnly ? 'datastore_records_delete' : 'datastore_delete'
  const id = resourceIdOf(params)
  const filters = jsonParam(params, 'filters')
  if (rowsOnly && filters === undefined) throw invalid({ filters: ['Missing value'] })
  await callerOf(call, action)
  await onResource(call, action, id, async (db, resource) => {
    refuseReadOnly(resource, flagParam(params, 'force'))
    if (filters === undefined) {
      if ((await tables.deletePushed(db, id)) === 0) throw notFound(`Resource "${id}" was not found.`)
      return
    }
    await beginFromUpload(db, resource)
    await remove(call, db, id, params)
  })
  return { result: JSON.stringify({ resource_id: id, ...(filters !== undefined && { filters: filters as Cell }) }), changed: { resources: [id] } }
}

async function remove(call: Call, db: UnitOfWork, id: string, params: Params): Promise<void> {
  try {
    await removeRecords(call.platform, db, id, conditionsOf(params))
  } catch (error) {
    if (error instanceof QueryRefused) throw refusedQuestion(error.refusal)
    if (error instanceof NotFound) throw notFound(`Resource "${id}" was not found.`)
    throw error
  }
}

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)
