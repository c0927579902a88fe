import { denied } from '../failure.ts'
import { action, type Actions } from '../ckan/action.ts'
import { callerOf } from '../ckan/caller.ts'
import { tableInfo } from './info.ts'
import { searchTable } from './search.ts'
import { createTable, deleteTable, upsertRows } from './write.ts'

/** Tables behind files, as CKAN's DataStore answers. Reading. */
export const tableReading: Actions = {
  datastore_search: action(
    'Rows of a table. Parameters: resource_id, filters (value, list, or {"gte": ..} with eq, ne, lt, lte, gt, gte, in), q (words, or by column), full_text, plain, distinct, limit (100, at most 32000), offset, fields, sort, include_total, records_format (objects, lists, csv, tsv).',
    searchTable,
  ),
  datastore_info: action('Columns of a table and the number of its rows. Parameter: resource_id.', tableInfo),
  datastore_search_sql: action('Free SQL: not offered. The question in typed parts is: POST /open-data/table/{id}/query.', () => {
    throw denied('datastore_search_sql is disabled: ask with datastore_search or with POST /open-data/table/{id}/query')
  }),
}

/** Writing. */
export const tableWriting: Actions = {
  datastore_create: action('Makes a table for a file, adds columns, or describes them. Parameters: resource_id or resource (with package_id: makes the file), fields (id, type, info), records, primary_key, force.', createTable),
  datastore_upsert: action('Writes rows. Parameters: resource_id, records, method (upsert, insert, update), force, dry_run, include_records. With a primary key, or by _id.', upsertRows),
  datastore_delete: action('Removes rows that fit the filters; without filters the table. Parameters: resource_id, filters, force.', (call, params) => deleteTable(call, params, false)),
  datastore_records_delete: action('Removes rows that fit the filters. Parameters: resource_id, filters, force.', (call, params) => deleteTable(call, params, true)),
  ...Object.fromEntries(
    ['datastore_function_create', 'datastore_function_delete', 'datastore_run_triggers'].map((name) => [
      name,
      action('Functions in the database: not offered.', async (call) => {
        await callerOf(call, name)
        throw denied(`not authorized to call ${name}: functions are not offered here`)
      }),
    ]),
  ),
}
