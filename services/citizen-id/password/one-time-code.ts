import { createHash, randomInt } from 'node:crypto'

// Without 0, O, 1, I, L and U: nothing reads like something else, and no words come up.
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that people type, in groups of four: about 4.9 bits a sign. */
export function newCode(length: 8 | 12 | 16): string {
  const code = Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
  return code.match(/.{4}/g)?.join('-') ?? code
}

/** A typed code as it is compared: capitals, groups and what is easily mistaken make no difference. */
export const normalCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/**
 * A code or a token as it is stored. `context` keeps a hash from fitting elsewhere. A code of eight signs has 39 bits: it is stored for minutes and
 * guessed five times at most, see the tries of its row.
 */
export const codeHash = (code: string, context: string): string => createHash('sha256').update(`${context}\n${code}`).digest('base64url')
