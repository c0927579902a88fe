import type { Ask } from '@modellregion/kernel'
import { isBreached } from './breached.ts'
import { whyNotPassword, type PasswordRefusal } from './rules.ts'
import { whyWeak } from './strength.ts'

/** Whose password it shall be, for what is easily guessed about them. */
export type Owner = { givenNames: string; familyName: string; email: string; userName: string }

/** What stands against a new password: its form, being easily guessed, or standing in a list of known passwords. Nothing leaves the machine. */
export async function whyNotNewPassword({ platform, tenant }: Pick<Ask, 'platform' | 'tenant'>, typed: string, owner: Owner): Promise<PasswordRefusal | undefined> {
  const refusal = whyNotPassword(typed) ?? (await whyWeak(typed, [owner.givenNames, owner.familyName, owner.email, owner.userName, tenant.name]))
  if (refusal) return refusal
  const list = platform.config.identity?.breachedPasswords
  return list !== undefined && (await isBreached(typed, list)) ? 'password-breached' : undefined
}
