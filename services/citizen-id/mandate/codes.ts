import { createHmac } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'
import { codeOf } from './rules.ts'

type Keyed = { code(id: string): string; hash(code: string): string }

/**
 * Codes of offers: made from the offer's id by the installation's secret, so that the principal can see theirs again and the
 * database holds only a keyed hash.
 */
export async function offerCodes({ database, now }: Pick<Platform, 'database' | 'now'>, tenant: string): Promise<Keyed> {
  const secret = await sharedSecret(database, 'citizen-id', now())
  const keyed = (use: string, text: string) => createHmac('sha256', secret).update(`mandate ${use}\n${tenant}\n${text}`).digest()
  return { code: (id) => codeOf(keyed('code', id)), hash: (code) => keyed('hash', code).toString('base64url') }
}
