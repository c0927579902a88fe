import { constants, createCipheriv, createHash, createHmac, createPublicKey, generateKeyPairSync, publicEncrypt, randomBytes, sign } from 'node:crypto'
import { encryptElement } from './encryption.ts'
import type { SamlKeys } from './keys.ts'

/** A provider in tests: it writes canonical XML by hand, so that each lie of it is exactly the one that is tested. */

export const rsaPair = (): { publicKey: string; privateKey: string } =>
  generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })

export type TestKeys = { provider: { publicKey: string; privateKey: string }; stranger: { publicKey: string; privateKey: string }; own: SamlKeys; encryptionKey: string }

export function testKeys(): TestKeys {
  const [provider, stranger, signing, encryption] = [rsaPair(), rsaPair(), rsaPair(), rsaPair()]
  const own = { signingKey: signing.privateKey, signingCertificate: signing.publicKey, encryptionKey: encryption.privateKey, encryptionCertificate: encryption.publicKey }
  return { provider, stranger, own, encryptionKey: encryption.publicKey }
}

export type Says = {
  issuer: string
  audience: string
  recipient: string
  destination: string
  inResponseTo: string
  confirms: string
  issuedAt: Date
  endsAt: Date
  context: string
  attributes: string
  status: string
  id: string
}

export const minutes = (at: Date, count: number): Date => new Date(at.getTime() + count * 60_000)

/** An assertion in canonical form (Exclusive XML Canonicalization), with a place for its signature. */
export const assertionOf = ({ id, issuer, audience, recipient, confirms, issuedAt, endsAt, context, attributes }: Says, inside = ''): string =>
  `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" IssueInstant="${issuedAt.toISOString()}" Version="2.0"><saml2:Issuer>${issuer}</saml2:Issuer>${inside}` +
  `<saml2:Subject><saml2:NameID>_n</saml2:NameID><saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData InResponseTo="${confirms}" NotOnOrAfter="${endsAt.toISOString()}" Recipient="${recipient}"></saml2:SubjectConfirmationData></saml2:SubjectConfirmation></saml2:Subject>` +
  `<saml2:Conditions NotBefore="${issuedAt.toISOString()}" NotOnOrAfter="${endsAt.toISOString()}"><saml2:AudienceRestriction><saml2:Audience>${audience}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>` +
  `<saml2:AuthnStatement AuthnInstant="${issuedAt.toISOString()}"><saml2:AuthnContext><saml2:AuthnContextClassRef>${context}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>` +
  `<saml2:AttributeStatement>${attributes}</saml2:AttributeStatement></saml2:Assertion>`

export const responseOf = ({ inResponseTo, destination, issuer, issuedAt, status }: Says, content: string, inside = ''): string =>
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="${destination}" ID="_r1" InResponseTo="${inResponseTo}" IssueInstant="${issuedAt.toISOString()}" Version="2.0">` +
  `<saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml2:Issuer>${inside}<samlp:Status><samlp:StatusCode Value="${status}"></samlp:StatusCode></samlp:Status>${content}</samlp:Response>`

export type SignatureOptions = { algorithm?: string; digest?: string; canonicalization?: string; key?: string; secret?: string; keyInfo?: string }

/** An enveloped signature over an element that is written in canonical form. */
export function signatureOver(element: string, id: string, key: string, { algorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', digest = 'http://www.w3.org/2001/04/xmlenc#sha256', canonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#', secret, keyInfo = '' }: SignatureOptions = {}): string {
  const hash = digest.endsWith('sha1') ? 'sha1' : 'sha256'
  const method = (name: string, value: string) => `<ds:${name} Algorithm="${value}"></ds:${name}>`
  const info =
    `<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${method('CanonicalizationMethod', canonicalization)}${method('SignatureMethod', algorithm)}<ds:Reference URI="#${id}"><ds:Transforms>` +
    `${method('Transform', 'http://www.w3.org/2000/09/xmldsig#enveloped-signature')}${method('Transform', canonicalization)}</ds:Transforms>${method('DigestMethod', digest)}` +
    `<ds:DigestValue>${createHash(hash).update(element).digest('base64')}</ds:DigestValue></ds:Reference></ds:SignedInfo>`
  const value = secret === undefined ? sign(algorithm.endsWith('sha1') ? 'sha1' : 'sha256', Buffer.from(info), key).toString('base64') : createHmac('sha1', secret).update(info).digest('base64')
  return `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${info}<ds:SignatureValue>${value}</ds:SignatureValue>${keyInfo}</ds:Signature>`
}

export const encrypted = (xml: string, key: string): string => `<saml2:EncryptedAssertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">${encryptElement(xml, createPublicKey(key))}</saml2:EncryptedAssertion>`

/** As `encrypted`, with a key transport that must be refused. */
export function encryptedBadly(xml: string, key: string): string {
  const [secret, nonce] = [randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const data = Buffer.concat([nonce, cipher.update(xml, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
  const wrapped = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, secret).toString('base64')
  return encrypted(xml, key)
    .replace('rsa-oaep-mgf1p', 'rsa-1_5')
    .replace(/(<xenc:EncryptedKey>.*?<xenc:CipherValue>)[^<]*/s, `$1${wrapped}`)
    .replace(/(<\/ds:KeyInfo><xenc:CipherData><xenc:CipherValue>)[^<]*/, `$1${data}`)
}
