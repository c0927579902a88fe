import { sql } from 'kysely'
import type { UnitOfWork } from '../../database/index.ts'

// Secrets belong to the installation, not to a town: a shared table without tenant.
export const offerSecret = (db: UnitOfWork, name: string, value: string): Promise<number> =>
  db.run(sql`insert into platform.secret (name, value, created_at) values (${name}, ${value}, ${db.now}) on conflict (name) do nothing`)

export const getSecret = async (db: UnitOfWork, name: string): Promise<string> =>
  (await db.one(sql<{ value: string }>`select value from platform.secret where name = ${name}`)).value
