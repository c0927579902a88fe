import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { literal } from './cast.ts'

/** Megabytes of DuckDB's own memory; what does not fit goes to the folder. Making the table needs more of it, writing the index more beside it. */
export const memoryOf = { table: 300, index: 200 }

/** A database of nothing but the files in `folder`, without extensions from outside. Only the loading process opens one. */
export async function openDuck(folder: string, memory = memoryOf.table): Promise<{ connection: DuckDBConnection; close(): void }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  for (const setting of [
    `set memory_limit = '${memory}MB'`,
    `set temp_directory = ${literal(`${folder}/duckdb`)}`,
    'set preserve_insertion_order = true',
    // Memory that is free goes back at once: without this a million rows take 200 MB more.
    "set allocator_flush_threshold = '8MB'",
    "set allocator_bulk_deallocation_flush_threshold = '32MB'",
    'set allocator_background_threads = true',
    'set autoinstall_known_extensions = false',
    'set autoload_known_extensions = false',
    `set allowed_directories = [${literal(folder)}]`,
    'set enable_external_access = false',
    'set lock_configuration = true',
  ])
    await connection.run(setting)
  return {
    connection,
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
