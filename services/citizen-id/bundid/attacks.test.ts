import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assertionOf, encrypted, encryptedBadly, minutes, responseOf, signatureOver, testKeys, type Says, type SignatureOptions } from '../saml/provider-for-tests.ts'
import { BadMessage } from '../saml/xml.ts'
import { readBundIdAnswer } from './answer.ts'
import { bundIdAttributes } from './attributes.ts'
import type { BundIdAgreement } from './provider.ts'

const now = new Date('2026-05-04T10:00:00Z')
const keys = testKeys()
const agreement: BundIdAgreement = {
  address: 'https://id.example.org/sso', issuer: 'https://id.example.org/idp', certificates: [keys.provider.publicKey], serviceName: 'https://town.example.org/citizen-id/bundid/metadata',
  answersTo: 'https://town.example.org/citizen-id/bundid/acs', organisation: 'Musterstadt', keys: keys.own, isSimulated: false,
}
const attribute = (name: keyof typeof bundIdAttributes, value: string): string => `<saml2:Attribute Name="${bundIdAttributes[name]}"><saml2:AttributeValue>${value}</saml2:AttributeValue></saml2:Attribute>`
const says: Says = {
  id: '_a1', issuer: agreement.issuer, audience: agreement.serviceName, recipient: agreement.answersTo, destination: agreement.answersTo, inResponseTo: '_q1', confirms: '_q1', issuedAt: now, endsAt: minutes(now, 5),
  context: 'STORK-QAA-Level-3', attributes: attribute('bpk2', 'mia-1') + attribute('givenName', 'Mia') + attribute('surname', 'Beispiel') + attribute('birthdate', '1991-03-04') + attribute('level', 'STORK-QAA-Level-3'),
  status: 'urn:oasis:names:tc:SAML:2.0:status:Success',
}

const signed = (wishes: Partial<Says> = {}, options: SignatureOptions = {}, key = keys.provider.privateKey): string => {
  const said = { ...says, ...wishes }
  return assertionOf(said, signatureOver(assertionOf(said), said.id, key, options))
}
const answer = (assertion: string, wishes: Partial<Says> = {}): string => responseOf({ ...says, ...wishes }, encrypted(assertion, keys.encryptionKey))
const base64 = (xml: string): string => Buffer.from(xml).toString('base64')
const read = async (xml: string, { requestId = '_q1', wanted = null, at = now }: { requestId?: string; wanted?: 'substantial' | 'high' | null; at?: Date } = {}) => await readBundIdAnswer(agreement, base64(xml), { requestId, wanted }, at)
const refused = async (xml: string, reason: RegExp, options = {}) => await assert.rejects(read(xml, options), (error: unknown) => error instanceof BadMessage && reason.test(error.message))

test('a signed and encrypted answer tells who it is and how surely', async () => {
  const { outcome, assertionId } = await read(answer(signed()))
  assert.deepEqual(outcome, { ok: true, identity: { source: 'bundid', subject: 'mia-1', level: 'substantial', givenNames: 'Mia', familyName: 'Beispiel', birthDate: '1991-03-04' } })
  assert.equal(assertionId, '_a1')
})

test('a signed frame is checked too', async () => {
  const sealed = encrypted(signed(), keys.encryptionKey)
  // The encrypted part is written as canonical as the rest, so that the frame can be signed as it stands.
  const canonical = sealed.replaceAll(/<([\w:]+)([^<>]*)\/>/g, '<$1$2></$1>')
  const frame = (content: string, signature = '') => responseOf(says, content, signature)
  const honest = frame(canonical, signatureOver(frame(canonical), '_r1', keys.provider.privateKey))
  assert.equal((await read(honest)).outcome.ok, true)
  await refused(honest.replace('Version="2.0"><saml2:Issuer', 'Consent="x" Version="2.0"><saml2:Issuer'), /signature/i)
})

test('what differs from the agreement or from the request is refused', async () => {
  await refused(answer(signed({ audience: 'https://other.example.org' })), /audience/i)
  await refused(answer(signed({ recipient: 'https://other.example.org/acs' })), /recipient/)
  await refused(answer(signed({ issuer: 'https://evil.example.org' })), /issuer/i)
  await refused(answer(signed(), { destination: 'https://other.example.org/acs' }), /another address/)
  await refused(answer(signed(), { issuer: 'https://evil.example.org' }), /somebody else/)
  await refused(answer(signed(), { inResponseTo: '_q2' }), /another request/)
  await refused(answer(signed({ confirms: '_q2' })), /in-response-to/)
  await refused(answer(signed()), /another request/, { requestId: '_unknown' })
})

test('clocks may differ by five minutes and not more', async () => {
  for (const at of [minutes(now, -4.9), minutes(now, 9.9)]) assert.equal((await read(answer(signed()), { at })).outcome.ok, true)
  await refused(answer(signed()), /too-early/, { at: minutes(now, -5.1) })
  await refused(answer(signed()), /too-late/, { at: minutes(now, 10.1) })
  await refused(answer(signed({ endsAt: minutes(now, 6_000) })), /too-late/, { at: minutes(now, 16) })
})

test('the signature must be there, by the right key, with an algorithm of today', async () => {
  await refused(answer(assertionOf(says)), /not one signature/)
  await refused(answer(signed({}, {}, keys.stranger.privateKey)), /signature/i)
  const keyInfo = `<ds:KeyInfo><ds:KeyValue><ds:X></ds:X></ds:KeyValue><ds:X509Data><ds:X509Certificate>${keys.stranger.publicKey.replaceAll(/-----[^-]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
  await refused(answer(signed({}, { keyInfo }, keys.stranger.privateKey)), /signature/i)
  await refused(answer(signed({}, { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })), /SignatureMethod .*rsa-sha1 is refused/)
  await refused(answer(signed({}, { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' })), /DigestMethod .*sha1 is refused/)
  await refused(answer(signed({}, { algorithm: 'http://www.w3.org/2000/09/xmldsig#hmac-sha1', secret: keys.provider.publicKey })), /hmac-sha1 is refused/)
  await refused(answer(signed({}, { canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments' })), /WithComments is refused/)
  await refused(responseOf(says, encryptedBadly(signed(), keys.encryptionKey)), /rsa-1_5 is refused/)
})

test('an assertion that is not encrypted is refused, however well it is signed', async () => {
  await refused(responseOf(says, signed()), /not encrypted/)
  await refused(responseOf(says, ''), /no assertion/)
})

// XSW 1 to 8 as in "On Breaking SAML" (Somorovsky and others, 2012): the signed thing stays valid somewhere, another one is read.
test('signature wrapping is refused in every form', async () => {
  const evilSays = { ...says, id: '_evil', attributes: says.attributes.replace('mia-1', 'otto-1') }
  const original = signed()
  const [signature = ''] = /<ds:Signature .*<\/ds:Signature>/s.exec(original) ?? []
  const bare = assertionOf(says)
  const evil = (inside = '') => assertionOf(evilSays, inside)
  const object = (content: string) => signature.replace('</ds:Signature>', `<ds:Object>${content}</ds:Object></ds:Signature>`)
  const sealed = (xml: string) => encrypted(xml, keys.encryptionKey)
  const frame = responseOf(says, sealed(original))
  const frameSignature = signatureOver(frame, '_r1', keys.provider.privateKey)
  const evilFrame = (inside: string) => responseOf(says, sealed(evil()), inside).replace('ID="_r1"', 'ID="_r2"')

  const variants: Record<string, string> = {
    'XSW1: the signed answer lies inside the signature of another one': evilFrame(frameSignature.replace('</ds:Signature>', `<ds:Object>${frame}</ds:Object></ds:Signature>`)),
    'XSW2: the signed answer lies beside its signature in another one': evilFrame(frame + frameSignature),
    'XSW3: the other assertion stands before the signed one': responseOf(says, sealed(evil()) + sealed(original)),
    'XSW3, unencrypted': responseOf(says, evil() + original),
    'XSW4: the signed assertion lies in the other one': answer(evil(original)),
    'XSW4, unencrypted': responseOf(says, evil(original)),
    'XSW5: the other assertion carries the signature, the signed one follows': answer(evil(signature) + bare),
    'XSW5, in one': answer(evil(signature + bare)),
    'XSW5, unencrypted': responseOf(says, evil(signature) + bare),
    'XSW6: the signed assertion lies in the signature of the other one': answer(evil(signature.replace('</ds:Signature>', `${bare}</ds:Signature>`))),
    'XSW7: the other assertion lies in the extensions': responseOf(says, sealed(original), `<samlp:Extensions>${evil()}</samlp:Extensions>`),
    'XSW7, encrypted': responseOf(says, sealed(original), `<samlp:Extensions>${sealed(evil())}</samlp:Extensions>`),
    'XSW8: the signed assertion lies in an object of the signature': answer(evil(object(bare))),
    'the same name twice': answer(assertionOf({ ...evilSays, id: '_a1' }, signature + original)),
    'the signature of another assertion': answer(evil(signature)),
    'the same name, other content': answer(assertionOf({ ...evilSays, id: '_a1' }, signature)),
  }
  for (const [name, xml] of Object.entries(variants)) await assert.rejects(read(xml), BadMessage, name)
})

test('document types, entities, comments and processing instructions are refused, outside and inside', async () => {
  const bomb = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  await refused(bomb + answer(signed()), /document type/)
  await refused(answer(bomb + signed()), /document type/)
  await refused(answer(signed().replace('mia-1', 'mia<!-- -->-1')), /comment/)
  // The signature of this one is valid, because canonical XML has no comments: careless readers see "mia" only.
  const long = signed({ attributes: says.attributes.replace('mia-1', 'mia.evil') })
  await refused(answer(long.replace('mia.evil', 'mia<!---->.evil')), /comment/)
  await refused(answer(signed().replace('mia-1', 'mia<?x?>-1')), /processing instruction/)
  await refused(answer(signed().replace('mia-1', '<![CDATA[mia-1]]>')), /unparsed/)
  await refused('not xml', /not XML|empty/)
})

test('whatever letter of the assertion is changed, nobody comes in as somebody else', async () => {
  const honest = signed()
  const { outcome: meant } = await read(answer(honest))
  await fc.assert(
    fc.asyncProperty(fc.nat(honest.length - 1), fc.constantFrom('x', '0', '<', '"', ' '), async (at, letter) => {
      fc.pre(honest[at] !== letter)
      const { outcome } = await read(answer(honest.slice(0, at) + letter + honest.slice(at + 1))).catch((error: unknown) => {
        assert.ok(error instanceof BadMessage, String(error))
        return { outcome: { ok: false } }
      })
      // Some letters mean nothing (white space in a tag, a name space declared twice, spare bits at the end of base64): what is read stays the same.
      if (outcome.ok) assert.deepEqual(outcome, meant)
    }),
    { numRuns: 150 },
  )
})

test('the lower of two levels counts, and less than was asked for is not enough', async () => {
  const both = (context: string, level: string) => answer(signed({ context, attributes: says.attributes.replace('STORK-QAA-Level-3', level) }))
  const levelOf = async (xml: string, wanted: 'high' | null = null) => {
    const { outcome } = await read(xml, { wanted })
    return outcome.ok ? outcome.identity.level : outcome.failure
  }
  assert.equal(await levelOf(both('STORK-QAA-Level-4', 'STORK-QAA-Level-4')), 'high')
  assert.equal(await levelOf(both('STORK-QAA-Level-4', 'STORK-QAA-Level-1')), 'low')
  assert.equal(await levelOf(both('STORK-QAA-Level-1', 'STORK-QAA-Level-4')), 'low')
  assert.equal(await levelOf(both('STORK-QAA-Level-4', 'no such level')), 'low')
  assert.equal(await levelOf(both('STORK-QAA-Level-3', 'STORK-QAA-Level-3'), 'high'), 'too-low')
  await refused(both('urn:oasis:names:tc:SAML:2.0:ac:classes:Password', 'STORK-QAA-Level-4'), /no level/)
  await refused(answer(signed({ attributes: says.attributes + attribute('bpk2', 'otto-1') })), /twice/)
  await refused(answer(signed({ attributes: attribute('givenName', 'Mia') })), /no pseudonym/)
})

test('a refusal by the person is told as one', async () => {
  const denied = responseOf({ ...says, status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }, '').replace('Responder"></samlp:StatusCode>', 'Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:RequestDenied"/></samlp:StatusCode>')
  assert.deepEqual((await read(denied)).outcome, { ok: false, failure: 'cancelled' })
  // With a failure as status, an assertion is not even looked at.
  assert.deepEqual((await read(answer(signed(), { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }))).outcome, { ok: false, failure: 'failed' })
})
