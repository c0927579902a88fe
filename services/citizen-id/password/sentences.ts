import type { PageT } from '../locales/index.ts'
import { passwordLength, type PasswordRefusal } from './rules.ts'
import { userNameLength, type UserNameRefusal } from './user-name.ts'

/** Why a password cannot be taken, for the field and the summary. */
export function passwordSentence(t: PageT, refusal: PasswordRefusal): string {
  switch (refusal) {
    case 'password-too-short':
      return t('password.password-too-short', { least: passwordLength.min })
    case 'password-too-long':
      return t('password.password-too-long', { most: passwordLength.max })
    default:
      return t(`password.${refusal}`)
  }
}

/** Why a sign-in name cannot be taken. */
export const userNameSentence = (t: PageT, refusal: UserNameRefusal): string =>
  refusal === 'user-name-length' ? t('password.user-name-length', { least: userNameLength.min, most: userNameLength.max }) : t(`password.${refusal}`)
