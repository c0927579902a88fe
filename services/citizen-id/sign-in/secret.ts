import { createHmac } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

const known = new WeakMap<Platform['database'], Promise<string>>()

/** The service's secret of this installation; it never changes, so each process reads it once. */
export function serviceSecret({ database, now }: Pick<Platform, 'database' | 'now'>): Promise<string> {
  const held = known.get(database) ?? sharedSecret(database, 'citizen-id', now())
  known.set(database, held)
  held.catch(() => known.delete(database)) // the next one asks again
  return held
}

/** A keyed hash: of use to nobody who has only the table. */
export const keyed = (secret: string, ...parts: readonly string[]): string => createHmac('sha256', secret).update(parts.join('\n')).digest('base64url')
