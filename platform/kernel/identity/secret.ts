import { randomBytes } from 'node:crypto'
import type { Database } from '../database/index.ts'
import { operatorTenant } from '../tenancy/index.ts'
import { getSecret, offerSecret } from './queries/secret.ts'

/**
 * A secret that all processes of the installation share. The first process to ask makes it (256 bits); of two that ask at
 * the same moment one wins and both read the winner's.
 */
export async function sharedSecret(database: Database, name: string, now: Date): Promise<string> {
  const fresh = randomBytes(32).toString('base64url')
  return await database.unit({ tenant: operatorTenant, service: 'platform', access: 'write', now }, async (db) => {
    await offerSecret(db, name, fresh)
    return await getSecret(db, name)
  })
}
