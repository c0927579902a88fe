/** Letters and figures that nobody mistakes for each other: no 0 O, 1 I L, 5 S, 2 Z, 8 B, U V. */
export const codeAlphabet = 'ACDEFGHJKMNPQRTWXY34679'
const codeLength = 8

/** Milliseconds a question to the Pass may be answered, and whoever asked may fetch the answer. */
export const requestTerm = 3 * 60_000
export const fetchTerm = 60_000
/** Milliseconds in which another phone can be paired. */
export const pairingTerm = 5 * 60_000

/** Eight characters from at least ten random bytes: 36 bits, for three minutes and with a limit of tries. */
export function codeOf(bytes: Buffer): string {
  let rest = bytes.subarray(0, 10).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let code = ''
  while (code.length < codeLength) {
    code += codeAlphabet[Number(rest % BigInt(codeAlphabet.length))]
    rest /= BigInt(codeAlphabet.length)
  }
  return code
}

/** In two groups, to read and to say: `ACDE-FGHJ`. */
export const grouped = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** What was typed or scanned as a code; undefined when it cannot be one. Groups, blanks and small letters do not matter. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s.‐-―-]/gu, '')
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : undefined
}

/** The code in what a camera has read: our own address with a code, or the code alone. Other people's addresses are none. */
export function codeInPicture(text: string, origin: string): string | undefined {
  if (!text.includes('://')) return readCode(text)
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.origin === origin && url.pathname === '/pass/open' ? readCode(url.searchParams.get('code') ?? '') : undefined
}

/** The right number and two others, the same and in the same order each time; none is the right one by one digit only. */
export function threeNumbers(seed: Buffer, right: number): number[] {
  const others: number[] = []
  for (let at = 0; others.length < 2; at++) {
    const one = 10 + (((seed[at % seed.length] ?? 0) + at * 7) % 90)
    if ([right, ...others].every((known) => known !== one && !isNear(known, one))) others.push(one)
  }
  return [right, ...others].toSorted((a, b) => a - b)
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 3 || String(a) === [...String(b)].toReversed().join('')
