import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'

/**
 * Several hints in one message. Whoever notifies keeps all others who notify waiting until the end of the commit, so this one does not wait for the
 * disk: there is nothing to keep.
 */
export const notifyAll = (db: UnitOfWork, hints: readonly string[]): Promise<number> =>
  db.run(sql`select set_config('synchronous_commit', 'off', true), pg_notify('live', hint) from unnest(${[...hints]}::text[]) as hint`)
