import { createHmac } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

/** How a look-up is kept: an HMAC under a key of this town, so that a stolen table finds no case and two towns cannot compare. */
export async function lookupHash({ database, now }: Pick<Platform, 'database' | 'now'>, tenant: string, lookup: string): Promise<Buffer> {
  const townKey = createHmac('sha256', await sharedSecret(database, 'help-chat-lookup', now())).update(tenant).digest()
  return createHmac('sha256', townKey).update(lookup).digest()
}

/** The look-up of a request: `authorization: Case <lookup>`. Undefined when it carries none. */
export const readLookup = (headers: Readonly<Record<string, string | undefined>>): string | undefined => /^Case ([A-Za-z0-9_-]{43})$/.exec(headers['authorization'] ?? '')?.[1]
