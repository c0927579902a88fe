import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { literal } from './cast.ts'

/** Megabytes of DuckDB's own memory; what does not fit goes to the folder. */
const memory = 300

/** A database of nothing but the files in `folder`, without extensions from outside. Only the loading process opens one. */
export async function openDuck(folder: string): Promise<{ connection: DuckDBConnection; close(): void }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  for (const setting of [
    `set memory_limit = '${memory}MB'`,
    `set temp_directory = ${literal(`${folder}/duckdb`)}`,
    'set preserve_insertion_order = true',
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
