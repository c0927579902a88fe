import { createHash } from 'node:crypto'

/** Letters and figures that nobody mistakes for each other: no 0 O, 1 I L, 5 S, 2 Z, 8 B, U V. */
export const codeAlphabet = 'ACDEFGHJKMNPQRTWXY34679'

/** `ACDE-FGHJ`. Eight signs of 23: 36 bits, for three minutes and a limited number of tries. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** What a person typed, however grouped and in whatever case; undefined when it cannot be a code. */
export function typedCode(text: string): string | undefined {
  const code = text.toUpperCase().replaceAll(/[\s.‐-―-]/gu, '')
  return code.length === 8 && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : undefined
}

/** All that the phone shows before somebody confirms. */
export type Shown = { requestId: string; clientId: string; clientName: string; purpose: string; claims: readonly string[]; level: string; number: number }

/**
 * The challenge that the key of the Pass signs: a hash over what was shown, so that an approval is good for this request, this client,
 * these data and this number only. `nonce` is fresh for each time the page is opened.
 */
export function challengeOver(shown: Shown, nonce: string): string {
  const { requestId, clientId, clientName, purpose, claims, level, number } = shown
  return createHash('sha256').update(JSON.stringify(['pass.approve.v1', requestId, clientId, clientName, purpose, [...claims].toSorted(), level, number, nonce])).digest('base64url')
}
