import type { CounterCase } from './schema.ts'

const minute = 60_000

/** A letter's link, in milliseconds. */
export const letterLasts = 30 * minute
/** From using the link or the code to the new password. */
export const browserLasts = 15 * minute
/** From the first officer to the second. */
export const caseLasts = 60 * minute
/** The code that the citizen takes away from the counter. */
export const codeLasts = 15 * minute
export const mostCodeTries = 5

export type CaseRefusal = 'case-same-officer' | 'case-own' | 'case-closed' | 'case-expired'

/** Why an officer cannot confirm a case: four eyes are two people, and neither is the one it is about. */
export function whyNotConfirm(found: Pick<CounterCase, 'state' | 'openedBy' | 'personId' | 'expiresAt'>, officer: string, now: Date): CaseRefusal | undefined {
  if (found.state !== 'open') return 'case-closed'
  if (found.expiresAt <= now) return 'case-expired'
  if (found.personId === officer) return 'case-own'
  return found.openedBy === officer ? 'case-same-officer' : undefined
}

/** Why a code of the counter does not open the account. */
export const isCodeOpen = ({ state, tries, expiresAt }: Pick<CounterCase, 'state' | 'tries' | 'expiresAt'>, now: Date): boolean => state === 'confirmed' && tries < mostCodeTries && expiresAt > now
