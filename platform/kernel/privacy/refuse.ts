import { OperatorError } from '../boot/config.ts'
import type { Service } from '../boot/service.ts'
import { schemaOf, type Database } from '../database/index.ts'
import { privacyComplaints } from './catalogue.ts'
import { readCatalogue } from './person.ts'

/**
 * Compares the tables with what the services declare about people. Call it after the migrations, before serving.
 * @throws OperatorError that names every forgotten column and every declaration that fits no table
 */
export async function refuseUndeclaredData(database: Database, services: readonly Service[], now: Date): Promise<void> {
  const catalogue = await database.unit({ tenant: '-', service: 'platform', access: 'read', now }, readCatalogue)
  // With `--services` only some services run; the tables of the others are there, but nobody can speak for them.
  const known = new Set(['platform', 'search', 'geo', ...services.map(({ id }) => schemaOf(id))])
  const columns = catalogue.columns.filter(({ table }) => known.has(table.split('.')[0] ?? ''))
  const complaints = privacyComplaints({ ...catalogue, columns }, services)
  if (complaints.length > 0) throw new OperatorError(`The start is refused:\n${complaints.map((line) => `  - ${line}`).join('\n')}`)
}
