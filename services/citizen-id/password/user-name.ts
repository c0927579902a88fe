/** Letters of a sign-in name, as people count them. */
export const userNameLength = { min: 3, max: 40 } as const

export type UserNameRefusal = 'user-name-length' | 'user-name-signs' | 'user-name-script'

// Latin letters that are no combination of a-z and a mark.
const ownLatin: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' }
// Signs that many typefaces draw alike.
const alike: Readonly<Record<string, string>> = { '0': 'o', '1': 'l' }

const normal = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '')
const folded = (text: string): string => [...withoutMarks([...text].map((sign) => ownLatin[sign] ?? sign).join(''))].map((sign) => alike[sign] ?? sign).join('')

/**
 * A sign-in name as it is compared: capitals, accents and signs that look alike make no difference, so that nobody can take a
 * name that reads like somebody else's. Undefined for what can be no name; see `whyNotUserName`.
 */
export function userNameKey(name: string): string | undefined {
  const plain = normal(name)
  return whyNotUserName(name) === undefined ? folded(plain) : undefined
}

/**
 * What stands against a sign-in name. Only Latin letters: a name in another script can look exactly like a Latin one
 * (UTS 39, whole-script confusables), and a name is typed on a foreign keyboard, too. People's own names have no such limit.
 */
export function whyNotUserName(name: string): UserNameRefusal | undefined {
  const plain = normal(name)
  const { length } = [...plain]
  if (length < userNameLength.min || length > userNameLength.max) return 'user-name-length'
  const letters = folded(plain)
  if (/^[a-z0-9](?:[a-z0-9]|[._-](?=[a-z0-9]))*$/.test(letters)) return undefined
  return /\p{L}/u.test(letters.replace(/[a-z]/g, '')) ? 'user-name-script' : 'user-name-signs'
}
