import type { MandateClaim } from '@modellregion/contracts'
import { add, instantAt, partsOf, plainDateOf, type PlainDate } from '@modellregion/standards'
import type { GrantForm, Mandate, MandateState, RequestForm } from './schema.ts'

/** A power of attorney ends by itself after this many years: nobody remembers what they signed longer ago. */
export const longestYears = 5
/** An offer that nobody has taken is over after this many days. */
export const offerDays = 14

/**
 * The first moment of full age: the beginning of the 18th birthday (§ 2, § 187 Abs. 2 BGB). Who was born on 29 February
 * is of age on 1 March, because the last day of the 18th year is then 28 February (§ 188 Abs. 2 BGB).
 */
export function fullAgeAt(birthDate: PlainDate): Date {
  const { year, month, day } = partsOf(birthDate)
  return instantAt(month === 2 && day === 29 ? plainDateOf(year + 18, 3, 1) : plainDateOf(year + 18, month, day))
}

type Ending = Pick<Mandate, 'kind' | 'validUntil' | 'principalBirthDate'>

/** When it ends by itself: its last day, and for parents at the latest when the child is of age (§ 1626 BGB). Undefined: never by itself. */
export function endOf({ kind, validUntil, principalBirthDate }: Ending): Date | undefined {
  const ends = [validUntil, kind === 'parent' && principalBirthDate !== null ? fullAgeAt(principalBirthDate) : null].filter((end) => end !== null)
  return ends.length === 0 ? undefined : ends.reduce((a, b) => (a < b ? a : b))
}

/** The state as it counts now. The nightly job only tidies up behind this rule. */
export function stateNow(mandate: Ending & Pick<Mandate, 'state' | 'createdAt' | 'representativeId'>, now: Date): MandateState {
  const end = endOf(mandate)
  if (mandate.state !== 'active' && mandate.state !== 'proposed') return mandate.state
  if (end !== undefined && end <= now) return 'ended'
  const untaken = mandate.state === 'proposed' && mandate.kind === 'power-of-attorney'
  return untaken && mandate.createdAt.getTime() + offerDays * 86_400_000 <= now.getTime() ? 'ended' : mandate.state
}

/** May somebody act under it at this moment? */
export const isUsable = (mandate: Ending & Pick<Mandate, 'state' | 'createdAt' | 'representativeId' | 'validFrom'>, now: Date): boolean =>
  stateNow(mandate, now) === 'active' && mandate.validFrom <= now && mandate.representativeId !== null

/**
 * Is it of use at this client? The platform itself has many services and checks the scope at each of them (`everything`);
 * any other client is one thing and must be named.
 */
export const reachesClient = ({ scope }: Pick<Mandate, 'scope'>, clientId: string, everything: boolean): boolean => everything || scope.length === 0 || scope.includes(clientId)

export function claimOf(mandate: Pick<Mandate, 'id' | 'kind' | 'principalId' | 'principalName' | 'scope' | 'validUntil' | 'principalBirthDate'>): MandateClaim {
  const end = endOf(mandate)
  return {
    id: mandate.id,
    kind: mandate.kind,
    principal: { ...(mandate.principalId !== null && { id: mandate.principalId }), name: mandate.principalName },
    scope: mandate.scope,
    ...(end !== undefined && { until: end.toISOString() }),
  }
}

export type Refusal = { field: string; code: 'until-past' | 'until-too-late' | 'scope-missing' | 'scope-unknown' | 'user-name-missing' | 'birth-date-missing' | 'birth-date-future' | 'of-age' | 'custody-missing' | 'register-missing' }

const whyNotScope = ({ extent, scope = [] }: Pick<GrantForm, 'extent' | 'scope'>, offered: readonly string[]): Refusal | undefined => {
  if (extent === 'all') return undefined
  if (scope.length === 0) return { field: 'scope', code: 'scope-missing' }
  return scope.every((id) => offered.includes(id)) ? undefined : { field: 'scope', code: 'scope-unknown' }
}

/** Why a power of attorney cannot be given like this; undefined when it can. `offered` are the ids one may choose. */
export function whyNotGrant(form: GrantForm, today: PlainDate, offered: readonly string[]): Refusal | undefined {
  if (form.to === 'user-name' && form.userName === undefined) return { field: 'userName', code: 'user-name-missing' }
  const scope = whyNotScope(form, offered)
  if (scope) return scope
  if (form.until < today) return { field: 'until', code: 'until-past' }
  return form.until > add(today, { years: longestYears }) ? { field: 'until', code: 'until-too-late' } : undefined
}

/** Why a representation by law cannot be asked for like this. */
export function whyNotRequest(form: RequestForm, today: PlainDate, offered: readonly string[]): Refusal | undefined {
  const { kind, birthDate } = form
  if (kind !== 'company' && birthDate === undefined) return { field: 'birthDate', code: 'birth-date-missing' }
  if (birthDate !== undefined && birthDate > today) return { field: 'birthDate', code: 'birth-date-future' }
  if (kind === 'parent' && birthDate !== undefined && fullAgeAt(birthDate as PlainDate) <= instantAt(today)) return { field: 'birthDate', code: 'of-age' } // checked by the schema
  if (kind === 'parent' && form.custody === undefined) return { field: 'custody', code: 'custody-missing' }
  if (kind === 'company' && form.registerNumber === undefined) return { field: 'registerNumber', code: 'register-missing' }
  const scope = whyNotScope(form, offered)
  if (scope) return scope
  return form.until !== undefined && form.until < today ? { field: 'until', code: 'until-past' } : undefined
}

export type Side = 'principal' | 'representative'

/** On which side a person stands; undefined for everybody else. */
export const sideOf = ({ principalId, representativeId }: Pick<Mandate, 'principalId' | 'representativeId'>, personId: string): Side | undefined =>
  principalId === personId ? 'principal' : representativeId === personId ? 'representative' : undefined

/** May the representative take the offer now? Representations by law are confirmed by an officer, never by the person themself. */
export const mayAnswer = (mandate: Mandate, personId: string, now: Date): boolean =>
  mandate.kind === 'power-of-attorney' && sideOf(mandate, personId) === 'representative' && stateNow(mandate, now) === 'proposed'

/** Either side ends it at once; a request or an offer can be taken back too. */
export const mayEnd = (mandate: Mandate, personId: string, now: Date): boolean =>
  sideOf(mandate, personId) !== undefined && ['proposed', 'active'].includes(stateNow(mandate, now)) && !mayAnswer(mandate, personId, now)

/** Letters and digits that cannot be taken for one another (Crockford's base 32 without its repair). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 12 characters, 60 bits, out of random or keyed bytes. */
export const codeOf = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, 12), (byte) => alphabet[byte & 31]).join('')
/** For eyes and ears: `7K3M-Q9TX-2BHW`. */
export const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
/** What somebody typed, read kindly: blanks, dashes, small letters, O for 0, I and L for 1. Undefined when it is no code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s–—-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll('U', 'V')
  return code.length === 12 && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}
