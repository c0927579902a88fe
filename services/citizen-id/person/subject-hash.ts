import { createHmac } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

/** Name of an identity elsewhere (card pseudonym, bPK2) as it is stored: a keyed hash, of use to nobody but this installation. */
export async function subjectHash({ database, now }: Pick<Platform, 'database' | 'now'>, source: 'eid' | 'bundid' | 'wallet', subject: string): Promise<string> {
  const secret = await sharedSecret(database, 'citizen-id', now())
  return createHmac('sha256', secret).update(`${source}\n${subject}`).digest('base64url')
}
