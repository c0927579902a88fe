import { isAtLeast, lower } from '../level/rules.ts'
import type { Level, Person } from '../person/schema.ts'
import type { Assertion, ForeignIdentity } from './schema.ts'

const minute = 60_000
/** Clocks may differ by this much. */
export const clockSkew = 5 * minute
/** TR-03130-1, 4.7.4: an assertion holds for five minutes at most. BundID gives the same; what claims to live for longer is cut. */
const longestLife = 10 * minute

export type Expected = { issuer: string; audience: string; recipient: string; inResponseTo: string }

/** Why an assertion does not count here and now; undefined when it does. (SAML Core 2.3 to 2.5, Profiles 4.1.4.3) */
export function whyNotAccept(assertion: Assertion, expected: Expected, now: Date): string | undefined {
  if (assertion.issuer !== expected.issuer) return 'issuer'
  if (!assertion.audiences.includes(expected.audience)) return 'audience'
  if (assertion.recipient !== expected.recipient) return 'recipient'
  if (assertion.inResponseTo !== expected.inResponseTo) return 'in-response-to'
  const at = now.getTime()
  const [issued, end, from, until] = [assertion.issuedAt, assertion.notOnOrAfter, assertion.conditionsNotBefore, assertion.conditionsNotOnOrAfter].map(momentOf)
  if (issued === undefined || end === undefined) return 'no-time'
  if ([issued, end, from, until].some((moment) => Number.isNaN(moment))) return 'no-time'
  if (issued - clockSkew > at || (from !== undefined && from - clockSkew > at)) return 'too-early'
  if (end + clockSkew <= at || (until !== undefined && until + clockSkew <= at) || issued + longestLife + clockSkew <= at) return 'too-late'
  return undefined
}

const momentOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN)

/** How long a proof lifts a person: two years, then the card is asked for again. */
export const proofYears = 2

/**
 * What a proof makes of how surely the person counts as identified: `substantial` at most for everything derived from it
 * (TR-03107-1: high needs the card itself), and never less than before. Undefined when it changes nothing.
 */
export function raisedBy({ proofedLevel, proofedUntil }: Pick<Person, 'proofedLevel' | 'proofedUntil'>, level: Level, now: Date): { level: Level; until: Date } | undefined {
  if (level === 'low') return undefined
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + proofYears)
  const reached = lower(level, 'substantial')
  const holds = proofedUntil === null || proofedUntil > now
  if (!holds || !isAtLeast(proofedLevel, reached)) return { level: reached, until }
  // A higher proof, or one without end, stays. The same one begins anew once a day at most, so that the history stays readable.
  if (proofedLevel !== reached || proofedUntil === null || until.getTime() - proofedUntil.getTime() < 24 * 60 * minute) return undefined
  return { level: reached, until }
}

/**
 * Why an identity cannot be that of an account; undefined when it can. What both sides know must agree: family name, one
 * given name, day of birth. What one side does not know says nothing.
 */
export function whyNotSame(identity: Pick<ForeignIdentity, 'givenNames' | 'familyName' | 'birthDate'>, person: Pick<Person, 'givenNames' | 'familyName' | 'birthDate'>): 'name' | 'birth-date' | undefined {
  if (identity.birthDate !== undefined && person.birthDate !== null && identity.birthDate !== person.birthDate) return 'birth-date'
  const [family, known] = [letters(identity.familyName ?? ''), letters(person.familyName)]
  if (family !== '' && known !== '' && family !== known) return 'name'
  const [given, own] = [identity.givenNames ?? '', person.givenNames].map((names) => names.split(/[\s-]+/).map(letters).filter((name) => name !== ''))
  if (given === undefined || own === undefined || given.length === 0 || own.length === 0) return undefined
  return given.some((name) => own.includes(name)) ? undefined : 'name'
}

/** A name reduced to its letters as machines write them: "Müller-Lüdenscheidt" is MUELLERLUEDENSCHEIDT, as in ICAO 9303. */
export const letters = (name: string): string =>
  name.toUpperCase().replaceAll('Ä', 'AE').replaceAll('Ö', 'OE').replaceAll('Ü', 'UE').replaceAll('ß', 'SS').replaceAll('ẞ', 'SS').normalize('NFD').replaceAll(/[^A-Z]/g, '')

const small = new Set(['VON', 'VOM', 'ZU', 'ZUM', 'ZUR', 'DER', 'DEN', 'DE', 'DI', 'DA', 'VAN', 'UND'])

/** Cards hold names in capitals; on a page they read as people write them. What has small letters already is left alone. */
export function asWritten(text: string): string {
  if (/\p{Ll}/u.test(text)) return text
  return text.replaceAll(/\p{L}+/gu, (word) => (small.has(word) ? word.toLowerCase() : `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`))
}
