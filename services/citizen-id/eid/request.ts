import { createPublicKey } from 'node:crypto'
import { encryptElement } from '../saml/encryption.ts'
import { signedRedirect } from '../saml/redirect.ts'
import { eidNamespace, escapeXml, protocolNamespace, samlNamespace } from '../saml/xml.ts'
import type { EidAgreement } from './server.ts'

/** What is read from the card, as the page before says it. The address is optional: foreign documents have none. */
export const askedAttributes: readonly { name: string; required: boolean }[] = [
  { name: 'DocumentType', required: true },
  { name: 'GivenNames', required: true },
  { name: 'FamilyNames', required: true },
  { name: 'DateOfBirth', required: true },
  { name: 'PlaceOfResidence', required: false },
  { name: 'RestrictedID', required: true },
]

/** Address of the eID server with our request (TR-03130-1, 4.7.1, 4.7.2 and 4.9). */
export function eidRequest(agreement: EidAgreement, { requestId, relayState, now }: { requestId: string; relayState: string; now: Date }): string {
  const { address, serviceName, answersTo, encryptionCertificate, keys } = agreement
  const attributes = askedAttributes.map(({ name, required }) => `<saml2:Attribute Name="${name}" eid:RequiredAttribute="${required}"/>`).join('')
  const extension =
    `<eid:AuthnRequestExtension xmlns:eid="${eidNamespace}" xmlns:saml2="${samlNamespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" Version="2"><eid:RequestedAttributes>${attributes}` +
    `<saml2:Attribute Name="LevelOfAssurance"><saml2:AttributeValue xsi:type="eid:LevelOfAssuranceType">http://bsi.bund.de/eID/LoA/hoch</saml2:AttributeValue></saml2:Attribute>` +
    `</eid:RequestedAttributes></eid:AuthnRequestExtension>`
  const request =
    `<samlp:AuthnRequest xmlns:samlp="${protocolNamespace}" xmlns:saml2="${samlNamespace}" ID="${requestId}" Version="2.0" IssueInstant="${now.toISOString()}" Destination="${escapeXml(address)}" ` +
    `ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" AssertionConsumerServiceURL="${escapeXml(answersTo)}"><saml2:Issuer>${escapeXml(serviceName)}</saml2:Issuer>` +
    `<samlp:Extensions><eid:EncryptedAuthnRequestExtension xmlns:eid="${eidNamespace}">${encryptElement(extension, createPublicKey(encryptionCertificate))}</eid:EncryptedAuthnRequestExtension></samlp:Extensions></samlp:AuthnRequest>`
  return signedRedirect(address, 'SAMLRequest', request, relayState, keys.signingKey)
}
