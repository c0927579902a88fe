import { parsePlainDate } from '@modellregion/standards'
import { isSuccess, readAssertion, readAttributes, readResponse, type ResponseFrame } from '../saml/assertion.ts'
import { decryptElement } from '../saml/encryption.ts'
import { readRedirect } from '../saml/redirect.ts'
import { asWritten, whyNotAccept } from '../saml/rules.ts'
import type { Failure, Outcome } from '../saml/schema.ts'
import { BadMessage, childOf, eidNamespace, readXml, textOf } from '../saml/xml.ts'
import type { Level, PostalAddress } from '../person/schema.ts'
import type { EidAgreement } from './server.ts'

/** Levels as eID servers write them (TR-03130-1, LevelOfAssuranceType). */
const levels: Readonly<Record<string, Level>> = {
  'http://bsi.bund.de/eID/LoA/hoch': 'high',
  'http://bsi.bund.de/eID/LoA/substantiell': 'substantial',
  'http://bsi.bund.de/eID/LoA/normal': 'low',
  'http://eidas.europa.eu/LoA/high': 'high',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/low': 'low',
}

/**
 * Checks and reads the answer of an eID server (TR-03130-1, 4.7.3 and 4.7.4): the signature over the address first, then the
 * frame, then what was encrypted for us, its times and for whom it is meant.
 * @throws BadMessage
 */
export async function readEidAnswer(
  { issuer, signingCertificate, serviceName, answersTo, keys }: EidAgreement,
  search: string,
  requestIdOf: (relayState: string) => Promise<string | undefined>,
  now: Date,
): Promise<{ relayState: string; outcome: Outcome; assertionId?: string }> {
  const { message, relayState } = readRedirect(search, 'SAMLResponse', [signingCertificate])
  const requestId = await requestIdOf(relayState)
  if (requestId === undefined) throw new BadMessage('No request waits for this answer.')
  const frame = readResponse(readXml(message))
  if (frame.inResponseTo !== requestId) throw new BadMessage('The answer belongs to another request.')
  if (frame.destination !== answersTo) throw new BadMessage('The answer is for another address.')
  if (frame.issuer !== issuer) throw new BadMessage('The answer comes from somebody else.')
  if (!isSuccess(frame) || !frame.encrypted) return { relayState, outcome: { ok: false, failure: failureOf(frame) } }
  const root = readXml(decryptElement(frame.encrypted, keys.encryptionKey))
  const assertion = readAssertion(root)
  const refusal = whyNotAccept(assertion, { issuer, audience: serviceName, recipient: answersTo, inResponseTo: requestId }, now)
  if (refusal !== undefined) throw new BadMessage(`The assertion is refused: ${refusal}.`)
  return { relayState, outcome: outcomeOf(readAttributes(root)), assertionId: assertion.id }
}

// The second status code is the server's own word for it; this one comes from the card's interface (TR-03112).
const failureOf = ({ detail = '' }: ResponseFrame): Failure => (/cancellationByUser$/i.test(detail) ? 'cancelled' : 'failed')

function outcomeOf(attributes: ReadonlyMap<string, Element>): Outcome {
  const validity = attributes.get('DocumentValidity')
  if (textOf(childOf(validity, eidNamespace, 'Status'))?.toLowerCase() !== 'valid') return { ok: false, failure: 'invalid-document' }
  const subject = textOf(childOf(attributes.get('RestrictedID'), eidNamespace, 'ID'))
  if (subject === undefined || !/^[0-9A-Fa-f]{32,128}$/.test(subject)) throw new BadMessage('The answer has no pseudonym of the card.')
  // A server that does not say the level gets less than the card could give.
  const level = levels[textOf(attributes.get('LevelOfAssurance')) ?? ''] ?? 'substantial'
  const [givenNames, familyName, documentType] = ['GivenNames', 'FamilyNames', 'DocumentType'].map((name) => textOf(attributes.get(name)))
  const birthDate = parsePlainDate(textOf(childOf(attributes.get('DateOfBirth'), eidNamespace, 'DateValue')) ?? '')
  const address = addressOf(attributes.get('PlaceOfResidence'))
  return {
    ok: true,
    identity: {
      source: 'eid',
      subject: subject.toUpperCase(),
      level,
      ...(givenNames !== undefined && { givenNames: asWritten(givenNames).slice(0, 200) }),
      ...(familyName !== undefined && { familyName: asWritten(familyName).slice(0, 200) }),
      // Some documents know the year only; then there is a text and no date.
      ...(birthDate !== undefined && { birthDate }),
      ...(address && { address }),
      ...(documentType !== undefined && /^[A-Z]{1,2}$/.test(documentType) && { documentType }),
    },
  }
}

function addressOf(place: Element | undefined): PostalAddress | undefined {
  const structured = childOf(place, eidNamespace, 'StructuredPlace')
  if (!structured) return undefined
  const part = (name: string) => textOf(childOf(structured, eidNamespace, name))
  const [street = '', city, postcode = '', country] = ['Street', 'City', 'ZipCode', 'Country'].map(part)
  if (city === undefined) return undefined
  return { street: asWritten(street).slice(0, 200), postcode: postcode.slice(0, 20), place: asWritten(city).slice(0, 200), ...(country !== undefined && country !== 'D' && { country: country.slice(0, 3) }) }
}
