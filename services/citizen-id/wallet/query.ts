import type { Path } from './sd-jwt.ts'

/** Types of the identity (PID) that are asked for: of the European Union, and the German one, which extends it. */
export const pidTypes = ['urn:eudi:pid:1', 'urn:eudi:pid:de:1'] as const

/** Name of the one credential in query and answer. */
export const queryId = 'pid'

type Claim = { id: string; path: readonly string[] }

const always: readonly Claim[] = [
  { id: 'family', path: ['family_name'] },
  { id: 'given', path: ['given_name'] },
  { id: 'born', path: ['birthdate'] },
  { id: 'country', path: ['issuing_country'] },
]
/** Most countries give everybody a number for life; Germany does not, so that the place of birth has to tell two people apart. */
const number: Claim = { id: 'number', path: ['personal_administrative_number'] }
const birthplace: Claim = { id: 'birthplace', path: ['place_of_birth', 'locality'] }
const address: readonly Claim[] = [
  { id: 'street', path: ['address', 'street_address'] },
  { id: 'postcode', path: ['address', 'postal_code'] },
  { id: 'place', path: ['address', 'locality'] },
]

/** What is asked of the wallet: the least that names a person, and the address only where it was asked for. */
export type Wish = { address: boolean }

/** The question in DCQL (OpenID4VP 1.0, 6), for issuers below these roots. `authorities`: key identifiers of the roots, base64url. */
export function dcqlQuery({ address: wanted }: Wish, authorities: readonly string[]) {
  const more = wanted ? address : []
  const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id)
  return {
    credentials: [
      {
        id: queryId,
        format: 'dc+sd-jwt',
        meta: { vct_values: [...pidTypes] },
        ...(authorities.length > 0 && { trusted_authorities: [{ type: 'aki', values: [...authorities] }] }),
        claims: [...always, number, birthplace, ...more].map(({ id, path }) => ({ id, path: [...path] })),
        // The first that the wallet can answer counts.
        claim_sets: [[...ids(always), number.id, ...ids(more)], [...ids(always), birthplace.id, ...ids(more)], ...(wanted ? [[...ids(always), number.id], [...ids(always), birthplace.id]] : [])],
      },
    ],
  }
}

/** True when everything that was disclosed had been asked for. A parent of an asked claim has to be opened to reach it. */
export function isSolicited(disclosed: readonly Path[], wish: Wish): boolean {
  const asked = [...always, number, birthplace, ...(wish.address ? address : [])].map(({ path }) => path)
  return disclosed.every((path) => asked.some((one) => startsWith(one, path) || startsWith(path, one)))
}

const startsWith = (long: Path, short: Path): boolean => short.length <= long.length && short.every((part, index) => part === long[index])
