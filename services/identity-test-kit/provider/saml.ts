import { createPublicKey, createSign, createVerify, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { DOMParser } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import { decrypt, encrypt, type EncryptOptions } from 'xml-encryption'

/*
 * The provider's side of SAML, made of other parts than the side that asks: what both understand is then the standard and not
 * a shared mistake.
 */

const sha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

/** A request of the HTTP-Redirect binding: the XML and what came with it. Undefined when it cannot be read. */
export type RawRequest = { xml: string; root: Element; issuer: string; id: string; answersTo: string; relayState: string; signed: string; signature: string }

export function readRequest(search: string): RawRequest | undefined {
  const fields = new Map(search.slice(1).split('&').map((part) => part.split(/=(.*)/s) as [string, string]))
  const value = (name: string) => decodeURIComponent((fields.get(name) ?? '').replaceAll('+', '%20'))
  if (value('SigAlg') !== sha256) return undefined
  try {
    const xml = inflateRawSync(Buffer.from(value('SAMLRequest'), 'base64'), { maxOutputLength: 200_000 }).toString('utf8')
    const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement
    const issuer = root.getElementsByTagNameNS('urn:oasis:names:tc:SAML:2.0:assertion', 'Issuer')[0]?.textContent ?? ''
    const signed = ['SAMLRequest', 'RelayState', 'SigAlg'].filter((name) => fields.has(name)).map((name) => `${name}=${fields.get(name) ?? ''}`).join('&')
    return { xml, root, issuer, id: root.getAttribute('ID') ?? '', answersTo: root.getAttribute('AssertionConsumerServiceURL') ?? '', relayState: value('RelayState'), signed, signature: value('Signature') }
  } catch {
    return undefined
  }
}

export const isSignedBy = ({ signed, signature }: RawRequest, certificate: string): boolean => createVerify('RSA-SHA256').update(signed).verify(createPublicKey(certificate), signature, 'base64')

/** Address with a signed answer (HTTP-Redirect binding). */
export function answerAddress(to: string, xml: string, relayState: string, key: string): string {
  const query = `SAMLResponse=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}&RelayState=${encodeURIComponent(relayState)}&SigAlg=${encodeURIComponent(sha256)}`
  return `${to}?${query}&Signature=${encodeURIComponent(createSign('RSA-SHA256').update(query).sign(key, 'base64'))}`
}

/** What is encrypted for us inside of an element of a request. */
export const openElement = async (element: Element, key: string): Promise<string> => await promisify(decrypt)(String(element), { key })

/** `EncryptedData` for the certificate of whoever asked. */
export async function sealElement(xml: string, certificate: string): Promise<string> {
  const options: EncryptOptions = { rsa_pub: String(createPublicKey(certificate).export({ type: 'spki', format: 'pem' })), pem: certificate, encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm', keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p' }
  return await new Promise((resolve, reject) => encrypt(xml, options, (error: Error | null, sealed?: string) => (error || sealed === undefined ? reject(error ?? new Error('not encrypted')) : resolve(sealed))))
}

/** Signs an element by its ID, behind its issuer, as SAML wants it. */
export function signElement(xml: string, name: 'Response' | 'Assertion', key: string): string {
  const signer = new SignedXml({ privateKey: key, signatureAlgorithm: sha256, canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#' })
  const place = `/*[local-name(.)='${name}']`
  signer.addReference({ xpath: place, digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256', transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'] })
  signer.computeSignature(xml, { location: { reference: `${place}/*[local-name(.)='Issuer']`, action: 'after' } })
  return signer.getSignedXml()
}

export const newSamlId = (): string => `_${randomBytes(20).toString('hex')}`
export const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Who answers whom about what, and when. */
export type AnswerFrame = { issuer: string; answersTo: string; audience: string; requestId: string; now: Date }

/** The outside of an answer. `content` is the encrypted assertion, or empty for a failure. */
export const responseXml = ({ issuer, answersTo, requestId, now }: AnswerFrame, status: string, content: string): string =>
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="${newSamlId()}" Version="2.0" IssueInstant="${now.toISOString()}" ` +
  `InResponseTo="${escape(requestId)}" Destination="${escape(answersTo)}"><saml2:Issuer>${escape(issuer)}</saml2:Issuer><samlp:Status>${status}</samlp:Status>${content}</samlp:Response>`

export const success = '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>'
export const failure = (detail: string): string =>
  `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="${escape(detail)}"/></samlp:StatusCode>`

/** An assertion that holds for five minutes, for whoever asked and for this request. */
export function assertionXml({ issuer, answersTo, audience, requestId, now }: AnswerFrame, context: string, attributes: string): string {
  const end = new Date(now.getTime() + 5 * 60_000).toISOString()
  return (
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:eid="http://bsi.bund.de/eID/" ID="${newSamlId()}" Version="2.0" IssueInstant="${now.toISOString()}">` +
    `<saml2:Issuer>${escape(issuer)}</saml2:Issuer><saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">${newSamlId()}</saml2:NameID>` +
    `<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData InResponseTo="${escape(requestId)}" NotOnOrAfter="${end}" Recipient="${escape(answersTo)}"/></saml2:SubjectConfirmation></saml2:Subject>` +
    `<saml2:Conditions NotBefore="${now.toISOString()}" NotOnOrAfter="${end}"><saml2:AudienceRestriction><saml2:Audience>${escape(audience)}</saml2:Audience></saml2:AudienceRestriction><saml2:OneTimeUse/></saml2:Conditions>` +
    `<saml2:AuthnStatement AuthnInstant="${now.toISOString()}"><saml2:AuthnContext>${context}</saml2:AuthnContext></saml2:AuthnStatement>` +
    `<saml2:AttributeStatement>${attributes}</saml2:AttributeStatement></saml2:Assertion>`
  )
}
