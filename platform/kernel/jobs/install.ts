import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import { OperatorError } from '../boot/config.ts'
import { withClient } from '../database/with-client.ts'
import { currentRole, installDoors, openSchemas, prepareMigrations } from './queries/queue.ts'

const doors = join(import.meta.dirname, 'queue.sql')

/**
 * Brings the queue to the state of the code: its schemas (by the owner), graphile-worker's tables and our doors to them (by
 * the jobs role, which owns them). After the platform's migrations. @throws OperatorError
 */
export async function installQueue(ownerUrl: string, jobsUrl: string): Promise<void> {
  const jobsRole = await withClient(jobsUrl, currentRole)
  await withClient(ownerUrl, (client) => openSchemas(client, jobsRole)).catch((error: Error) => {
    throw new OperatorError(`The queue's schemas cannot be created for the role ${jobsRole} (${error.message}). Let the owner of the database become it: grant ${jobsRole} to the owner's role.`)
  })
  await withClient(jobsUrl, prepareMigrations)
  await runMigrations({ connectionString: jobsUrl, logger: silent })
  await withClient(jobsUrl, (client) => installDoors(client, readFileSync(doors, 'utf8')))
}

export const silent = new Logger(() => () => {})
