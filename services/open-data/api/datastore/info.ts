import { findPushedTable } from '../../store/queries.ts'
import type { Field } from '../../store/schema.ts'
import type { Call } from '../ckan/action.ts'
import type { Params } from '../ckan/params.ts'
import { resourceIdOf, resourceSeen } from './resource.ts'
import { answered } from './search.ts'
import { toCkanField } from './types.ts'

/** `datastore_info`: columns with the data dictionary and their schema, and how many rows there are. @throws ApiFailure */
export async function tableInfo(call: Call, params: Params): Promise<string> {
  const id = resourceIdOf(params)
  await resourceSeen(call, id)
  const { fields, total } = await answered(call, id, { limit: 0 })
  const pushed = await call.read((db) => findPushedTable(db, id))
  const said = new Map((pushed?.fields ?? []).map((field) => [field.id, field]))
  return JSON.stringify({
    meta: { id, count: total ?? 0, table_type: 'BASE TABLE', aliases: [], size: null, idx_size: null, db_size: null },
    fields: fields.filter(({ id: column }) => column !== '_id').map((field) => ({ ...toCkanField(said.get(field.id) ?? field), schema: schemaOf(field, pushed?.primaryKey ?? []) })),
    primary_key: pushed?.primaryKey ?? [],
  })
}

const schemaOf = ({ id, type }: Field, primaryKey: readonly string[]) => ({ native_type: type, notnull: false, index_name: null, is_index: false, uniquekey: primaryKey.length === 1 && primaryKey[0] === id })
