import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Platform } from '@modellregion/kernel'
import { text } from './sql-text.ts'
import { QueryRefused } from './table.ts'

/** The database in this process that answers questions to tables. It holds nothing that is not kept elsewhere. */
export type Engine = {
  readonly folder: string
  /** For what is written while a question is answered. */
  readonly spill: string
  /**
   * Work on a connection of its own, of which there are few: others wait. After `seconds` it is interrupted.
   * @throws QueryRefused when it takes too long or more memory than there is for all
   */
  use<T>(work: (connection: DuckDBConnection) => Promise<T>, seconds?: number): Promise<T>
}

/** What the store needs of a process. */
export type Host = Pick<Platform, 'database' | 'files' | 'now'> & { readonly config: Pick<Platform['config'], 'dataFolder'> }

const connections = 6
const patience = 20
const engines = new WeakMap<Host, Promise<Engine>>()

/** The engine of this process, opened when it is first needed. */
export function engineOf(platform: Host): Promise<Engine> {
  const known = engines.get(platform)
  if (known) return known
  const opened = openEngine(join(platform.config.dataFolder, 'cache', 'tables'))
  engines.set(platform, opened)
  return opened
}

/** Reads files of `folder` and nothing else, loads no extensions, and lets no statement change that. */
export async function openEngine(folder: string): Promise<Engine> {
  await mkdir(join(folder, 'spill'), { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(Math.min(4, availableParallelism())),
    memory_limit: '512MB',
    temp_directory: join(folder, 'spill'),
    max_temp_directory_size: '4GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const first = await instance.connect()
  for (const setting of [`allowed_directories = [${text(`${folder}/`)}]`, 'enable_external_access = false', 'lock_configuration = true']) await first.run(`set ${setting}`)
  const idle = [first]
  const waiting: ((connection: DuckDBConnection) => void)[] = []
  let open = 1
  const take = async (): Promise<DuckDBConnection> => {
    const free = idle.pop()
    if (free) return free
    if (open >= connections) return await new Promise((resolve) => waiting.push(resolve))
    open++
    return await instance.connect()
  }
  const give = (connection: DuckDBConnection) => {
    const next = waiting.shift()
    if (next) next(connection)
    else idle.push(connection)
  }
  return {
    folder,
    spill: join(folder, 'spill'),
    use: async (work, seconds = patience) => {
      const connection = await take()
      let late = false
      const timer = setTimeout(() => {
        late = true
        connection.interrupt()
      }, seconds * 1_000)
      try {
        return await work(connection)
      } catch (error) {
        if (late) throw new QueryRefused({ code: 'open-data.store.too-long', values: { seconds } })
        if (error instanceof Error && error.message.startsWith('Out of Memory')) throw new QueryRefused({ code: 'open-data.store.too-much' })
        throw error
      } finally {
        clearTimeout(timer)
        give(connection)
      }
    },
  }
}
