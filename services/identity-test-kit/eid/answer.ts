import type { Ask } from '@modellregion/kernel'
import type { Card } from '../demo/cards.ts'
import { issuerHere, partyOf } from '../provider/ask.ts'
import { simulatorKey } from '../provider/keys.ts'
import { deleteRequest } from '../provider/queries.ts'
import { answerAddress, assertionXml, escape, failure, responseXml, sealElement, success, type AnswerFrame } from '../provider/saml.ts'
import type { WaitingRequest } from '../provider/schema.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'read' | 'write' | 'url' | 'now'>

/** Address with the answer of the eID server: what the card says (TR-03130-1, 4.7), or why it was not read. The request is over. */
export async function eidAnswer(ask: Asks, request: WaitingRequest, said: { card: Card } | { failure: 'cancellationByUser' | 'pinBlocked' }): Promise<string> {
  const party = await partyOf(ask, 'eid', request.issuer)
  const frame: AnswerFrame = { issuer: issuerHere(ask, 'eid'), answersTo: party.answersTo, audience: party.issuer, requestId: request.requestId, now: ask.now }
  const { privateKey } = await simulatorKey(ask.platform, ask.tenant.id, 'eid-signing')
  await ask.write((db) => deleteRequest(db, request.id))
  if ('failure' in said) return answerAddress(party.answersTo, responseXml(frame, failure(`http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#${said.failure}`), ''), request.relayState, privateKey)
  const assertion = assertionXml(frame, '<saml2:AuthnContextDeclRef>urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI</saml2:AuthnContextDeclRef>', attributesOf(said.card, ask.now))
  const xml = responseXml(frame, success, `<saml2:EncryptedAssertion>${await sealElement(assertion, party.encryptionCertificate)}</saml2:EncryptedAssertion>`)
  return answerAddress(party.answersTo, xml, request.relayState, privateKey)
}

// TR-03130-1, 4.3.2 and 4.4.3: of a document that does not count, nothing else is told.
function attributesOf(card: Card, now: Date): string {
  const validity = attribute('DocumentValidity', 'eid:DocumentValidityResultType', `<eid:ReferenceDate>${now.toISOString().slice(0, 10)}</eid:ReferenceDate><eid:Status>${card.state.toUpperCase()}</eid:Status>`)
  if (card.state !== 'valid') return validity
  const { document, givenNames, familyName, birthDate, address, pseudonym } = card
  return [
    validity,
    attribute('DocumentType', 'eid:DocumentType', document),
    attribute('GivenNames', 'xs:string', escape(givenNames)),
    attribute('FamilyNames', 'xs:string', escape(familyName)),
    attribute('DateOfBirth', 'eid:GeneralDateType', `<eid:DateString>${birthDate.replaceAll('-', '')}</eid:DateString><eid:DateValue>${birthDate}</eid:DateValue>`),
    address
      ? attribute('PlaceOfResidence', 'eid:GeneralPlaceType', `<eid:StructuredPlace><eid:Street>${escape(address.street)}</eid:Street><eid:City>${escape(address.place)}</eid:City><eid:Country>${address.country}</eid:Country><eid:ZipCode>${address.postcode}</eid:ZipCode></eid:StructuredPlace>`)
      : attribute('PlaceOfResidence', 'eid:GeneralPlaceType', '<eid:NoPlaceInfo>keine Hauptwohnung in Deutschland</eid:NoPlaceInfo>'),
    attribute('RestrictedID', 'eid:RestrictedIDType', `<eid:ID>${pseudonym}</eid:ID>`),
    attribute('LevelOfAssurance', 'eid:LevelOfAssuranceType', 'http://bsi.bund.de/eID/LoA/hoch'),
  ].join('')
}

const attribute = (name: string, type: string, value: string): string => `<saml2:Attribute Name="${name}"><saml2:AttributeValue xsi:type="${type}">${value}</saml2:AttributeValue></saml2:Attribute>`
