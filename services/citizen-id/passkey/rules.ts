import type { Credential } from '../person/schema.ts'

/** A person has at most so many keys that count. */
export const mostKeys = 20
export const nameLimit = 60

/**
 * A counter that did not grow is the sign of a copied key (WebAuthn L3, 6.1.1). Keys without a counter send 0 for ever.
 */
export const isClone = (known: number, sent: number): boolean => (known > 0 || sent > 0) && sent <= known

/** A name for a key as it is kept; undefined when nothing is left of it. */
export function keyName(typed: string): string | undefined {
  const name = typed.replaceAll(/[\p{C}\s]+/gu, ' ').trim().slice(0, nameLimit)
  return name === '' ? undefined : name
}

/** Does this key count as lifted now, and until when? */
export const liftOf = ({ liftedLevel, liftedUntil, deviceBound, revokedAt }: Pick<Credential, 'liftedLevel' | 'liftedUntil' | 'deviceBound' | 'revokedAt'>, now: Date): Date | undefined =>
  revokedAt === null && deviceBound && liftedLevel !== 'low' && liftedUntil !== null && liftedUntil > now ? liftedUntil : undefined
