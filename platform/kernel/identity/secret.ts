import { randomBytes } from 'node:crypto'
import type { Database } from '../database/index.ts'
import { operatorTenant } from '../tenancy/index.ts'
import { getSecret, offerSecret } from './queries/secret.ts'

const known = new WeakMap<Database, Map<string, Promise<string>>>()

/**
 * A secret that all processes of the installation share. The first process to ask makes it (256 bits); of two that ask at
 * the same moment one wins and both read the winner's. It never changes, so each process asks the database once.
 */
export async function sharedSecret(database: Database, name: string, now: Date): Promise<string> {
  const secrets = known.get(database) ?? new Map<string, Promise<string>>()
  known.set(database, secrets)
  const secret = secrets.get(name) ?? ask(database, name, now)
  secrets.set(name, secret)
  secret.catch(() => secrets.delete(name)) // the next one asks again
  return await secret
}

async function ask(database: Database, name: string, now: Date): Promise<string> {
  const fresh = randomBytes(32).toString('base64url')
  return await database.unit({ tenant: operatorTenant, service: 'platform', access: 'write', now }, async (db) => {
    await offerSecret(db, name, fresh)
    return await getSecret(db, name)
  })
}
