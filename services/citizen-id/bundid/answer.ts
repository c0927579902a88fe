import { parsePlainDate } from '@modellregion/standards'
import { isSuccess, readAssertion, readAttributes, readResponse, type ResponseFrame } from '../saml/assertion.ts'
import { decryptElement } from '../saml/encryption.ts'
import { whyNotAccept } from '../saml/rules.ts'
import type { Failure, Outcome } from '../saml/schema.ts'
import { allBelow, attributeOf, BadMessage, childrenOf, readXml, signatureNamespace, textOf } from '../saml/xml.ts'
import { isAtLeast, lower } from '../level/rules.ts'
import type { Level, PostalAddress } from '../person/schema.ts'
import { bundIdAttributes, levelOfStork } from './attributes.ts'
import { serviceProvider, type BundIdAgreement } from './provider.ts'

/** Algorithms of XML signatures that are accepted; SHA-1, HMAC and every transform that could change the meaning are refused. */
const acceptable = {
  SignatureMethod: /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#rsa-sha(256|384|512)$/,
  DigestMethod: /^http:\/\/www\.w3\.org\/2001\/04\/(xmlenc#sha(256|512)|xmldsig-more#sha384)$/,
  CanonicalizationMethod: /^http:\/\/www\.w3\.org\/2001\/10\/xml-exc-c14n#$/,
  Transform: /^http:\/\/www\.w3\.org\/(2000\/09\/xmldsig#enveloped-signature|2001\/10\/xml-exc-c14n#)$/,
} as const

/**
 * Checks and reads an answer of BundID. It is looked at strictly before and after the library has verified it: what counts is
 * read from the very bytes that were signed.
 * @throws BadMessage
 */
export async function readBundIdAnswer(agreement: BundIdAgreement, samlResponse: string, { requestId, wanted }: { requestId: string; wanted: Level | null }, now: Date): Promise<{ outcome: Outcome; assertionId?: string }> {
  const { issuer, serviceName, answersTo, keys } = agreement
  const root = readXml(Buffer.from(samlResponse, 'base64').toString('utf8'))
  const frame = readResponse(root)
  if (frame.inResponseTo !== requestId) throw new BadMessage('The answer belongs to another request.')
  if (frame.destination !== undefined && frame.destination !== answersTo) throw new BadMessage('The answer is for another address.')
  if (frame.issuer !== undefined && frame.issuer !== issuer) throw new BadMessage('The answer comes from somebody else.')
  if (!isSuccess(frame) || !frame.encrypted) return { outcome: { ok: false, failure: failureOf(frame) } }
  checkAlgorithms(root)
  const sealed = readXml(decryptElement(frame.encrypted, keys.encryptionKey))
  checkAlgorithms(sealed)
  if (childrenOf(sealed, signatureNamespace, 'Signature').length !== 1 || allBelow(sealed, signatureNamespace, 'Signature').length !== 1) throw new BadMessage('The assertion has not one signature of its own.')
  const verified = readXml(await verify(agreement, samlResponse, childrenOf(root, signatureNamespace, 'Signature').length > 0))
  const assertion = readAssertion(verified)
  const refusal = whyNotAccept(assertion, { issuer, audience: serviceName, recipient: answersTo, inResponseTo: requestId }, now)
  if (refusal !== undefined) throw new BadMessage(`The assertion is refused: ${refusal}.`)
  return { outcome: outcomeOf(readAttributes(verified), assertion.context, wanted), assertionId: assertion.id }
}

async function verify(agreement: BundIdAgreement, samlResponse: string, wantsSignedFrame: boolean): Promise<string> {
  try {
    const { profile } = await serviceProvider(agreement, { wantsSignedFrame }).validatePostResponseAsync({ SAMLResponse: samlResponse })
    const verified = profile?.getAssertionXml?.()
    if (verified === undefined) throw new Error('no assertion')
    return verified
  } catch (error) {
    throw new BadMessage(`The signature does not hold: ${(error as Error).message.slice(0, 200)}`)
  }
}

function checkAlgorithms(root: Element): void {
  for (const signature of allBelow(root, signatureNamespace, 'Signature'))
    for (const [name, pattern] of Object.entries(acceptable))
      for (const method of allBelow(signature, signatureNamespace, name)) if (!pattern.test(attributeOf(method, 'Algorithm') ?? '')) throw new BadMessage(`The ${name} ${attributeOf(method, 'Algorithm') ?? ''} is refused.`)
}

// An answer without an assertion is not always signed; it opens nothing and only chooses the sentence that the person reads.
function failureOf({ detail = '' }: ResponseFrame): Failure {
  if (/:(RequestDenied|AuthnFailed)$/.test(detail)) return 'cancelled'
  return detail.endsWith(':NoAuthnContext') ? 'too-low' : 'failed'
}

function outcomeOf(attributes: ReadonlyMap<string, Element>, context: string | undefined, wanted: Level | null): Outcome {
  const text = (name: keyof typeof bundIdAttributes): string | undefined => textOf(attributes.get(bundIdAttributes[name]))
  const subject = text('bpk2')
  if (subject === undefined || subject.length > 300) throw new BadMessage('The answer has no pseudonym.')
  const said = levelOfStork(context)
  if (said === undefined) throw new BadMessage('The answer has no level.')
  const level = lower(said, levelOfStork(text('level') ?? context) ?? 'low')
  if (wanted !== null && !isAtLeast(level, wanted)) return { ok: false, failure: 'too-low' }
  const [givenNames, familyName, email] = [text('givenName'), text('surname'), text('mail')]
  const birthDate = parsePlainDate(text('birthdate') ?? '')
  const address = addressOf(text('postalAddress'), text('postalCode'), text('locality'), text('country'))
  return {
    ok: true,
    identity: {
      source: 'bundid',
      subject,
      level,
      ...(givenNames !== undefined && { givenNames: givenNames.slice(0, 200) }),
      ...(familyName !== undefined && { familyName: familyName.slice(0, 200) }),
      ...(birthDate !== undefined && { birthDate }),
      ...(address && { address }),
      ...(email !== undefined && /^[^@\s]+@[^@\s]+$/.test(email) && { email: email.slice(0, 320) }),
    },
  }
}

function addressOf(street = '', postcode = '', place: string | undefined, country: string | undefined): PostalAddress | undefined {
  if (place === undefined) return undefined
  return { street: street.slice(0, 200), postcode: postcode.slice(0, 20), place: place.slice(0, 200), ...(country !== undefined && !/^(DE?|DEU)$/.test(country) && { country: country.slice(0, 3) }) }
}
