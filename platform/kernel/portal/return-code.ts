import { createHmac, randomInt } from 'node:crypto'
import type { Platform } from '../boot/platform.ts'
import { sharedSecret } from '../identity/secret.ts'

// The alphabet of report numbers: readable aloud, spells no word. 27^12 are 57 bits.
const alphabet = 'BCDFGHJKMNPQRSTVWXZ23456789'
const length = 12

/** A code for somebody without an account, such as `K7R2-MXBD-9TQF`: told once, it opens what they have handed in and nothing else. */
export const newReturnCode = (): string => groupCode(Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''))

export const groupCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** What somebody typed, read kindly: small letters, blanks, dashes. Undefined when it is no code. */
export function readReturnCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s–—-]/g, '')
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? groupCode(code) : undefined
}

/** As the database keeps it: a keyed hash of one town, from which nobody reads a code back. */
export async function returnCodeHash({ database, now }: Pick<Platform, 'database' | 'now'>, tenant: string, code: string): Promise<string> {
  return createHmac('sha256', await sharedSecret(database, 'guest-return', now())).update(`${tenant}\n${code}`).digest('base64url')
}
