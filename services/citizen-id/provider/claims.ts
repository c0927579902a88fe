import type { AccountClaims } from 'oidc-provider'
import type { Person } from '../person/schema.ts'

/** Claims of OpenID Connect Core 5.1 by scope. Nothing beyond what the person has or what a proof has given. */
export const claimsByScope: Readonly<Record<string, string[]>> = {
  openid: ['sub', 'acr', 'amr', 'sid', 'auth_time', 'mandate'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username'],
  email: ['email', 'email_verified'],
  birthdate: ['birthdate'],
  address: ['address'],
}

/** The scope under whose words people read about a claim; undefined for what the provider does not know. */
export const scopeOfClaim = (claim: string): string | undefined => Object.keys(claimsByScope).find((scope) => claimsByScope[scope]?.includes(claim))

export function claimsOf(person: Person): AccountClaims {
  const name = [person.givenNames, person.familyName].filter((part) => part !== '').join(' ')
  return {
    sub: person.id,
    ...(name !== '' && { name }),
    ...(person.givenNames !== '' && { given_name: person.givenNames }),
    ...(person.familyName !== '' && { family_name: person.familyName }),
    ...(person.userName !== null && { preferred_username: person.userName }),
    ...(person.email !== null && { email: person.email, email_verified: person.emailVerifiedAt !== null }),
    ...(person.birthDate !== null && { birthdate: person.birthDate }),
    ...(person.address && { address: { street_address: person.address.street, postal_code: person.address.postcode, locality: person.address.place, ...(person.address.country !== undefined && { country: person.address.country }) } }),
  }
}
