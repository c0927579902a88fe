import { foldText, nearWords, placeOf, randomWords, wordBits, words } from './words.ts'

/** Words of a secret: 8 × 13 = 104 bits. */
export const secretLength = 8

export type ReadSecret =
  | { readonly words: string[] }
  | {
      /** `word-unknown`: word `at` (from 0) is not in the list. `length`: too few or too many. `code-wrong`: a sign of the code is wrong, `at` (from 0) where that is certain. */
      readonly refusal: 'word-unknown' | 'length' | 'code-wrong'
      readonly at?: number
      readonly near?: string[]
      /** Words or signs that were read. */
      readonly count?: number
    }

/** A fresh secret: eight words from the random numbers of the operating system. */
export const newSecret = (): string[] => randomWords(secretLength)

// Crockford's alphabet: no I, L, O, U. 21 signs hold the 104 bits, 3 more are a Reed-Solomon code over GF(32): up to 3 wrong signs are found.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataSigns = 21
const checkSigns = 3

/** The same secret as 24 signs in six groups, for those who would rather type less. */
export function secretCode(secret: readonly string[]): string {
  const places = secret.map(placeOf)
  if (places.length !== secretLength || places.includes(undefined)) throw new Error('This is no secret.')
  let bits = 0n
  for (const place of places) bits = (bits << BigInt(wordBits)) | BigInt(place ?? 0)
  bits <<= 1n
  const data = Array.from({ length: dataSigns }, (_, at) => Number((bits >> BigInt((dataSigns - 1 - at) * 5)) & 31n))
  const code = [...data, ...checks(data)].map((value) => signs[value]).join('')
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/**
 * What somebody typed: words in any spelling (capitals, umlauts or ae/a, hyphens, line breaks, numbers before them, blanks too many or forgotten), or the code.
 */
export function readSecret(typed: string): ReadSecret {
  const text = foldText(typed).replaceAll(/(?<=^|[\s,;])\d{1,2}(?:[.):]\s*|\s+)(?=[a-z]{4})/g, '')
  const compact = text.replaceAll(/[^a-z0-9]/g, '')
  const tokens = text.split(/[^a-z]+/).filter((token) => token !== '')
  return isCode(text, compact) ? readCode(compact) : readWords(tokens)
}

/** Eight words have 32 letters at least; a code has 24 signs, as a rule some digits, and stands in groups of four or in one piece. */
function isCode(text: string, compact: string): boolean {
  if (/\d/.test(compact)) return compact.length < 32
  const groups = text.split(/[^a-z]+/).filter((group) => group !== '')
  return compact.length === dataSigns + checkSigns && groups.every(({ length }) => length === 4 || length === compact.length)
}

function readWords(tokens: readonly string[]): ReadSecret {
  const places = tokens.map(placeOf)
  const unknown = places.indexOf(undefined)
  if (unknown === -1 && places.length === secretLength) return { words: places.map(wordAt) }
  // Blanks forgotten, or a word torn in two at the end of a line: only when the letters can be read in one way alone. Too few words that are
  // all known stay too few: some words are made of two others.
  const [only, ...others] = unknown === -1 && places.length < secretLength ? [] : readRun(tokens.join(''))
  if (only && others.length === 0) return { words: only.map(wordAt) }
  if (unknown !== -1) return { refusal: 'word-unknown', at: unknown, near: nearWords(tokens[unknown] ?? ''), count: tokens.length }
  return { refusal: 'length', count: tokens.length }
}

const wordAt = (place: number | undefined): string => words[place ?? -1] ?? ''

/** Ways to read letters without blanks as exactly eight words; two are enough to know that it is not certain. */
function readRun(letters: string, count = secretLength): number[][] {
  if (count === 0) return letters === '' ? [[]] : []
  if (letters.length < count * 4 || letters.length > count * 12) return []
  const ways: number[][] = []
  for (let length = 4; length <= 12 && ways.length < 2; length++) {
    const place = placeOf(letters.slice(0, length))
    if (place === undefined || length > letters.length) continue
    for (const rest of readRun(letters.slice(length), count - 1)) ways.push([place, ...rest])
  }
  return ways.slice(0, 2)
}

function readCode(compact: string): ReadSecret {
  const values = Array.from(compact.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1'), (sign) => signs.indexOf(sign))
  if (values.length !== dataSigns + checkSigns) return { refusal: 'length', count: values.length }
  const foreign = values.indexOf(-1)
  if (foreign !== -1) return { refusal: 'code-wrong', at: foreign }
  const syndromes = syndromesOf(values)
  if (syndromes.some((value) => value !== 0)) {
    const at = wrongPlace(syndromes)
    return at === undefined ? { refusal: 'code-wrong' } : { refusal: 'code-wrong', at }
  }
  let bits = 0n
  for (const value of values.slice(0, dataSigns)) bits = (bits << 5n) | BigInt(value)
  if ((bits & 1n) !== 0n) return { refusal: 'code-wrong' }
  bits >>= 1n
  const places = Array.from({ length: secretLength }, (_, at) => Number((bits >> BigInt((secretLength - 1 - at) * wordBits)) & BigInt(words.length - 1)))
  return { words: places.map(wordAt) }
}

// GF(32) with x^5 + x^2 + 1. A code word is a multiple of (x - a)(x - a²)(x - a³).
const powers: number[] = []
for (let at = 0, value = 1; at < 31; at++) {
  powers.push(value)
  value = value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1
}
const logs = new Map(powers.map((value, at) => [value, at]))
const times = (one: number, other: number): number => (one === 0 || other === 0 ? 0 : (powers[((logs.get(one) ?? 0) + (logs.get(other) ?? 0)) % 31] ?? 0))

const generator = [1, 2, 3].reduce<number[]>((so, root) => {
  const factor = powers[root] ?? 0
  return [...so, 0].map((value, at) => value ^ times(so[at - 1] ?? 0, factor))
}, [1])

function checks(data: readonly number[]): number[] {
  const rest = [...data, ...Array<number>(checkSigns).fill(0)]
  for (let at = 0; at < data.length; at++) {
    const lead = rest[at] ?? 0
    for (let step = 0; step < generator.length; step++) rest[at + step] = (rest[at + step] ?? 0) ^ times(generator[step] ?? 0, lead)
  }
  return rest.slice(data.length)
}

const syndromesOf = (values: readonly number[]): number[] =>
  [1, 2, 3].map((root) => values.reduce((sum, value) => times(sum, powers[root] ?? 0) ^ value, 0))

/** The one wrong sign, when the syndromes speak of exactly one. */
function wrongPlace([first = 0, second = 0, third = 0]: readonly number[]): number | undefined {
  if (first === 0 || second === 0) return undefined
  const step = ((logs.get(second) ?? 0) - (logs.get(first) ?? 0) + 31) % 31
  const at = dataSigns + checkSigns - 1 - step
  return at >= 0 && times(second, powers[step] ?? 0) === third ? at : undefined
}
