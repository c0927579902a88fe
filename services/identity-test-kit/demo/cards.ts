/** An invented eID card. `document` as the chip says it: ID card, UB card for citizens of the European Union. */
export type Card = {
  /** Part of an address. */
  key: string
  document: 'ID' | 'UB'
  state: 'valid' | 'expired'
  givenNames: string
  familyName: string
  birthDate: string
  issuingState: string
  nationality: string
  address?: { street: string; postcode: string; place: string; country: string }
  /** Restricted identification: the name of this card for one service, hex. */
  pseudonym: string
}

/** The PIN of all of them. */
export const demoPin = '123456'

const pseudonym = (seed: string): string => seed.repeat(32).slice(0, 64)

/** Names as chips hold them. The specimen name is the official one of German documents. */
export const cards: readonly Card[] = [
  {
    key: 'erika', document: 'ID', state: 'valid', givenNames: 'ERIKA', familyName: 'MUSTERMANN', birthDate: '1964-08-12', issuingState: 'D', nationality: 'D',
    address: { street: 'HEIDESTRASSE 17', postcode: '51147', place: 'KÖLN', country: 'D' }, pseudonym: pseudonym('1A'),
  },
  {
    key: 'mia', document: 'ID', state: 'valid', givenNames: 'MIA LUISE', familyName: 'BEISPIEL', birthDate: '1991-03-04', issuingState: 'D', nationality: 'D',
    address: { street: 'LINDENWEG 3', postcode: '52062', place: 'AACHEN', country: 'D' }, pseudonym: pseudonym('2B'),
  },
  {
    key: 'anton', document: 'ID', state: 'expired', givenNames: 'ANTON', familyName: 'ABGELAUFEN', birthDate: '1950-11-30', issuingState: 'D', nationality: 'D',
    address: { street: 'AM ALTEN MARKT 9', postcode: '52064', place: 'AACHEN', country: 'D' }, pseudonym: pseudonym('3C'),
  },
  { key: 'ines', document: 'UB', state: 'valid', givenNames: 'INÊS', familyName: 'EXEMPLO', birthDate: '1988-06-21', issuingState: 'D', nationality: 'P', pseudonym: pseudonym('4D') },
]
