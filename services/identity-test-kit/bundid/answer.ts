import type { Ask } from '@modellregion/kernel'
import type { Account } from '../demo/accounts.ts'
import { issuerHere, partyOf } from '../provider/ask.ts'
import { simulatorKey } from '../provider/keys.ts'
import { assertionXml, escape, failure, responseXml, sealElement, signElement, success, type AnswerFrame } from '../provider/saml.ts'
import type { WaitingRequest } from '../provider/schema.ts'
import { storkOf } from './levels.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'read' | 'write' | 'url' | 'now'>

/** The form that goes to whoever asked (HTTP-POST binding). */
export type PostAnswer = { to: string; SAMLResponse: string; RelayState: string }

/** What the account says, signed and encrypted, in a signed answer; or why nobody signed in. */
export async function bundIdAnswer(ask: Asks, request: WaitingRequest, said: { account: Account } | { failure: 'RequestDenied' | 'NoAuthnContext' }): Promise<PostAnswer> {
  const party = await partyOf(ask, 'bundid', request.issuer)
  const frame: AnswerFrame = { issuer: issuerHere(ask, 'bundid'), answersTo: party.answersTo, audience: party.issuer, requestId: request.requestId, now: ask.now }
  const { privateKey } = await simulatorKey(ask.platform, ask.tenant.id, 'bundid-signing')
  const posted = (xml: string): PostAnswer => ({ to: party.answersTo, SAMLResponse: Buffer.from(signElement(xml, 'Response', privateKey)).toString('base64'), RelayState: request.relayState })
  if ('failure' in said) return posted(responseXml(frame, failure(`urn:oasis:names:tc:SAML:2.0:status:${said.failure}`), ''))
  const level = storkOf[said.account.way]
  const assertion = signElement(assertionXml(frame, `<saml2:AuthnContextClassRef>${level}</saml2:AuthnContextClassRef>`, attributesOf(said.account, level)), 'Assertion', privateKey)
  return posted(responseXml(frame, success, `<saml2:EncryptedAssertion>${await sealElement(assertion, party.encryptionCertificate)}</saml2:EncryptedAssertion>`))
}

function attributesOf({ bpk2, givenNames, familyName, birthDate, email, address }: Account, level: string): string {
  const values: readonly (readonly [string, string, string])[] = [
    ['urn:oid:1.3.6.1.4.1.25484.494450.3', 'bPK2', bpk2],
    ['urn:oid:2.5.4.42', 'givenName', givenNames],
    ['urn:oid:2.5.4.4', 'surname', familyName],
    ['urn:oid:1.2.40.0.10.2.1.1.55', 'birthdate', birthDate],
    ['urn:oid:0.9.2342.19200300.100.1.3', 'mail', email],
    ['urn:oid:2.5.4.16', 'postalAddress', address.street],
    ['urn:oid:2.5.4.17', 'postalCode', address.postcode],
    ['urn:oid:2.5.4.7', 'localityName', address.place],
    ['urn:oid:1.2.40.0.10.2.1.1.261.94', 'EID-CITIZEN-QAA-LEVEL', level],
  ]
  return values.map(([name, friendly, value]) => `<saml2:Attribute Name="${name}" FriendlyName="${friendly}"><saml2:AttributeValue>${escape(value)}</saml2:AttributeValue></saml2:Attribute>`).join('')
}
