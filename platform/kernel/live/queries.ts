import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'

export const notify = (db: UnitOfWork, hint: string): Promise<number> => db.run(sql`select pg_notify('live', ${hint})`)
