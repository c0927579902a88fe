/**
 * Code points of a password. NIST SP 800-63B-4 (3.1.1.2) asks for 15 where the password is the only factor and for 8 beside
 * another one. A password gives the level "low" here and no more, guessing is slowed down by account, and weak and known passwords are
 * refused; 10 is what people who type with one finger still manage.
 */
export const passwordLength = { min: 10, max: 200 } as const

/** Signs that are read at all: more is refused before anything is computed from it. */
export const mostSigns = 1_000

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-signs' | 'password-weak' | 'password-personal' | 'password-breached'

/** A password as it is hashed: one spelling for what looks the same (NIST SP 800-63B-4: NFKC), nothing cut off. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC')

/** What stands against the form of a password. How well it can be guessed says `password/strength.ts`. */
export function whyNotPassword(typed: string): PasswordRefusal | undefined {
  if (typed.length > mostSigns) return 'password-too-long'
  if (/[\u0000-\u001f\u007f]/.test(typed)) return 'password-signs'
  const { length } = [...normalPassword(typed)]
  if (length < passwordLength.min) return 'password-too-short'
  return length > passwordLength.max ? 'password-too-long' : undefined
}

/** Whether a typed password may be compared with a stored one at all; everything else is simply wrong. */
export const isComparable = (typed: string): boolean => typed.length > 0 && typed.length <= mostSigns && !typed.includes('\u0000')
