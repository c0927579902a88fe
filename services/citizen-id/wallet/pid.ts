import { parsePlainDate } from '@modellregion/standards'
import type { PostalAddress } from '../person/schema.ts'
import { asWritten } from '../saml/rules.ts'
import type { ForeignIdentity } from '../saml/schema.ts'

/** Reads the claims of a checked identity (PID rulebook of the ARF, chapter 4; German PID rulebook). Undefined when one that names a person is missing. */
export function readPid(claims: Readonly<Record<string, unknown>>): ForeignIdentity | undefined {
  const [given, family, born, country] = [text(claims['given_name']), text(claims['family_name']), text(claims['birthdate']), text(claims['issuing_country'])]
  const subject = subjectOf(claims)
  if (given === undefined || family === undefined || born === undefined || country === undefined || subject === undefined) return undefined
  const address = readAddress(claims['address'])
  // Unknown days and months are written as 00; the account then has no date.
  const birthDate = parsePlainDate(born)
  // The identity of the European Union has the level high (Reg. (EU) 910/2014, Art. 5a (11)).
  return {
    source: 'wallet',
    subject,
    level: 'high',
    givenNames: asWritten(given),
    familyName: asWritten(family),
    ...(birthDate !== undefined && { birthDate }),
    ...(address && { address }),
  }
}

/**
 * The name by which a person is known again. The wallet shows another copy with another key each time, on purpose, so that nobody can follow people by it;
 * see docs/decisions/0015-who-a-wallet-belongs-to.md. Where the country gives everybody a number, that is it; elsewhere names, day and place of birth together.
 */
export function subjectOf(claims: Readonly<Record<string, unknown>>): string | undefined {
  const country = text(claims['issuing_country'])
  if (country === undefined) return undefined
  const number = text(claims['personal_administrative_number'])
  if (number !== undefined) return ['number', folded(country), number].join('\n')
  const place = typeof claims['place_of_birth'] === 'object' && claims['place_of_birth'] !== null ? text((claims['place_of_birth'] as Record<string, unknown>)['locality']) : undefined
  const parts = [text(claims['family_name']), text(claims['given_name']), text(claims['birthdate']), place]
  if (parts.some((part) => part === undefined)) return undefined
  return ['person', folded(country), ...parts.map((part) => folded(part ?? ''))].join('\n')
}

const folded = (value: string): string => value.normalize('NFKC').toUpperCase().replaceAll('ẞ', 'SS').replaceAll(/\s+/g, ' ').trim()

function readAddress(value: unknown): PostalAddress | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { street_address: street, postal_code: postcode, locality: place } = value as Record<string, unknown>
  const [a, b, c] = [text(street), text(postcode), text(place)]
  return a === undefined || b === undefined || c === undefined ? undefined : { street: asWritten(a), postcode: b, place: asWritten(c) }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? value.trim() : undefined)
