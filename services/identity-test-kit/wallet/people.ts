/** An invented person whose identity lies in the simulated wallet. */
export type WalletPerson = {
  key: string
  /** Claims of the identity as its country writes them: Germany in capitals. */
  claims: Readonly<Record<string, unknown>>
  vct: 'urn:eudi:pid:1' | 'urn:eudi:pid:de:1'
  state: 'valid' | 'expired' | 'revoked' | 'untrusted'
}

const german = (given: string, family: string, birthdate: string, birthplace: string, street: string, postcode: string, place: string) => ({
  family_name: family,
  given_name: given,
  birthdate,
  place_of_birth: { locality: birthplace },
  nationalities: ['DE'],
  address: { street_address: street, postal_code: postcode, locality: place, country: 'DE' },
  age_equal_or_over: { '18': true, '65': false },
  issuing_authority: 'DE',
  issuing_country: 'DE',
})

/** Erika Mustermann is the specimen of the German identity card; the others are invented, too. */
export const walletPeople: readonly WalletPerson[] = [
  { key: 'erika', vct: 'urn:eudi:pid:de:1', state: 'valid', claims: german('ERIKA', 'MUSTERMANN', '1964-08-12', 'BERLIN', 'HEIDESTRAẞE 17', '99999', 'MUSTERSTADT') },
  { key: 'mia', vct: 'urn:eudi:pid:de:1', state: 'valid', claims: german('MIA', 'BEISPIEL', '1994-05-06', 'MUSTERSTADT', 'AM MARKT 1', '99999', 'MUSTERSTADT') },
  {
    key: 'sanne',
    vct: 'urn:eudi:pid:1',
    state: 'valid',
    claims: {
      family_name: 'Voorbeeld',
      given_name: 'Sanne',
      birthdate: '1988-11-30',
      place_of_birth: { locality: 'Voorbeeldstad' },
      nationalities: ['NL'],
      personal_administrative_number: '000000012',
      address: { street_address: 'Voorbeeldstraat 2', postal_code: '0000 XX', locality: 'Voorbeeldstad', country: 'NL' },
      issuing_authority: 'NL',
      issuing_country: 'NL',
    },
  },
  { key: 'expired', vct: 'urn:eudi:pid:de:1', state: 'expired', claims: german('ALEX', 'ABGELAUFEN', '1979-02-03', 'MUSTERSTADT', 'AM MARKT 2', '99999', 'MUSTERSTADT') },
  { key: 'revoked', vct: 'urn:eudi:pid:de:1', state: 'revoked', claims: german('SASCHA', 'GESPERRT', '1985-07-08', 'MUSTERSTADT', 'AM MARKT 3', '99999', 'MUSTERSTADT') },
  { key: 'untrusted', vct: 'urn:eudi:pid:de:1', state: 'untrusted', claims: german('UNI', 'UNBEKANNT', '1990-01-02', 'MUSTERSTADT', 'AM MARKT 4', '99999', 'MUSTERSTADT') },
]

export const nameOf = ({ claims }: WalletPerson): string => `${String(claims['given_name'])} ${String(claims['family_name'])}`
/** Position in the status list of the simulated issuer. */
export const statusIndexOf = (person: WalletPerson): number => 1_000 + walletPeople.findIndex(({ key }) => key === person.key)
