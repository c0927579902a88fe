import assert from 'node:assert/strict'
import { sign } from 'node:crypto'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { readXml, allBelow, eidNamespace, samlNamespace, BadMessage } from '../saml/xml.ts'
import { decryptElement } from '../saml/encryption.ts'
import { assertionOf, encrypted, encryptedBadly, minutes, responseOf, signatureOver, testKeys, type Says } from '../saml/provider-for-tests.ts'
import { readRedirect, signedRedirect } from '../saml/redirect.ts'
import { readEidAnswer } from './answer.ts'
import { askedAttributes, eidRequest } from './request.ts'
import type { EidAgreement } from './server.ts'

const now = new Date('2026-05-04T10:00:00Z')
const keys = testKeys()
const agreement: EidAgreement = {
  address: 'https://eid.example.org/saml', issuer: 'https://eid.example.org', signingCertificate: keys.provider.publicKey, encryptionCertificate: keys.encryptionKey,
  serviceName: 'https://town.example.org', answersTo: 'https://town.example.org/citizen-id/eid/response', keys: keys.own,
}
const attribute = (name: string, value: string) => `<saml2:Attribute Name="${name}"><saml2:AttributeValue xmlns:eid="http://bsi.bund.de/eID/">${value}</saml2:AttributeValue></saml2:Attribute>`
const pseudonym = 'AB'.repeat(32)
const card = [
  attribute('DocumentValidity', '<eid:ReferenceDate>2026-05-04</eid:ReferenceDate><eid:Status>VALID</eid:Status>'),
  attribute('DocumentType', 'ID'),
  attribute('GivenNames', ' ERIKA '),
  attribute('FamilyNames', 'VON MUSTERMANN-GABLER'),
  attribute('DateOfBirth', '<eid:DateString>19640812</eid:DateString><eid:DateValue>1964-08-12</eid:DateValue>'),
  attribute('PlaceOfResidence', '<eid:StructuredPlace><eid:Street>HEIDESTRASSE 17</eid:Street><eid:City>MUSTERSTADT</eid:City><eid:Country>D</eid:Country><eid:ZipCode>12345</eid:ZipCode></eid:StructuredPlace>'),
  attribute('RestrictedID', `<eid:ID>${pseudonym}</eid:ID>`),
  attribute('LevelOfAssurance', 'http://bsi.bund.de/eID/LoA/hoch'),
].join('')
const says: Says = {
  id: '_a1', issuer: agreement.issuer, audience: agreement.serviceName, recipient: agreement.answersTo, destination: agreement.answersTo, inResponseTo: '_q1', confirms: '_q1', issuedAt: now, endsAt: minutes(now, 5),
  context: 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI', attributes: card, status: 'urn:oasis:names:tc:SAML:2.0:status:Success',
}

/** Two sign-ins wait, as if of two browsers. */
const waiting: Readonly<Record<string, string>> = { 'relay-1': '_q1', 'relay-2': '_q2' }
const sealed = (wishes: Partial<Says> = {}): string => encrypted(assertionOf({ ...says, ...wishes }), keys.encryptionKey)
const response = (wishes: Partial<Says> = {}, content = sealed(wishes)): string => responseOf({ ...says, ...wishes }, content)
const search = (xml: string, { relay = 'relay-1', key = keys.provider.privateKey } = {}): string => new URL(signedRedirect(agreement.answersTo, 'SAMLResponse', xml, relay, key)).search
const read = async (query: string, at = now) => await readEidAnswer(agreement, query, async (relay) => waiting[relay], at)
const refused = async (query: string, reason: RegExp, at = now) => await assert.rejects(read(query, at), (error: unknown) => error instanceof BadMessage && reason.test(error.message))

test('our request is signed, and what is asked for can be read by the eID server alone', () => {
  const address = new URL(eidRequest(agreement, { requestId: '_q1', relayState: 'relay-1', now }))
  const { message, relayState } = readRedirect(address.search, 'SAMLRequest', [keys.own.signingCertificate])
  assert.equal(relayState, 'relay-1')
  assert.doesNotMatch(message, /GivenNames/)
  const root = readXml(message)
  assert.equal(root.getAttribute('ID'), '_q1')
  const [extension] = allBelow(root, eidNamespace, 'EncryptedAuthnRequestExtension')
  assert.ok(extension)
  const asked = allBelow(readXml(decryptElement(extension, keys.own.encryptionKey)), samlNamespace, 'Attribute').map((one) => one.getAttribute('Name'))
  assert.deepEqual(asked, [...askedAttributes.map(({ name }) => name), 'LevelOfAssurance'])
})

test('the answer of an eID server tells who it is', async () => {
  const { outcome, relayState, assertionId } = await read(search(response()))
  assert.deepEqual([relayState, assertionId], ['relay-1', '_a1'])
  assert.deepEqual(outcome, {
    ok: true,
    identity: {
      source: 'eid', subject: pseudonym, level: 'high', givenNames: 'Erika', familyName: 'von Mustermann-Gabler', birthDate: '1964-08-12', documentType: 'ID',
      address: { street: 'Heidestrasse 17', postcode: '12345', place: 'Musterstadt' },
    },
  })
})

test('the address must be signed as it stands, by the eID server, with an algorithm of today', async () => {
  const good = search(response())
  const without = (name: string) => good.replace('?', '&').replace(new RegExp(`&${name}=[^&]*`), '').replace('&', '?')
  await refused(without('Signature'), /not signed/)
  await refused(without('SigAlg'), /not signed/)
  await refused(search(response(), { key: keys.stranger.privateKey }), /does not fit/)
  await refused(search(response(), { key: keys.own.signingKey }), /does not fit/)
  await refused(good.replace('SAMLResponse=', 'SAMLResponse=A'), /does not fit/)
  await refused(`${good}&SAMLResponse=x`, /twice/)
  const unsigned = `SAMLResponse=${encodeURIComponent(deflateRawSync(response()).toString('base64'))}&RelayState=relay-1&SigAlg=${encodeURIComponent('http://www.w3.org/2000/09/xmldsig#rsa-sha1')}`
  await refused(`?${unsigned}&Signature=${encodeURIComponent(sign('sha1', Buffer.from(unsigned), keys.provider.privateKey).toString('base64'))}`, /algorithm/)
})

test('an answer belongs to one sign-in: it cannot be moved to the one of another browser', async () => {
  await refused(search(response()).replace('relay-1', 'relay-2'), /does not fit/)
  await refused(search(response(), { relay: 'relay-2' }), /another request/)
  await refused(search(response({ inResponseTo: '_q2' }, sealed()), { relay: 'relay-2' }), /in-response-to/)
  await refused(search(response(), { relay: 'unknown' }), /No request waits/)
})

test('what differs from the agreement, or is too early or too late, is refused', async () => {
  await refused(search(response({ audience: 'https://other.example.org' })), /audience/)
  await refused(search(response({ recipient: 'https://other.example.org' })), /recipient/)
  await refused(search(response({ destination: 'https://other.example.org' })), /another address/)
  await refused(search(response({ issuer: 'https://evil.example.org' })), /somebody else/)
  await refused(search(response({}, sealed({ issuer: 'https://evil.example.org' }))), /issuer/)
  await refused(search(response()), /too-late/, minutes(now, 10.1))
  await refused(search(response()), /too-early/, minutes(now, -5.1))
  assert.equal((await read(search(response()), minutes(now, 9.9))).outcome.ok, true)
})

test('wrapped, doubled and plain assertions are refused even when the server itself were to send them', async () => {
  const evil = assertionOf({ ...says, id: '_evil', attributes: card.replaceAll('AB', 'CD') })
  const honest = assertionOf(says)
  const inside = (where: string) => assertionOf(says, where)
  const signature = signatureOver(honest, '_a1', keys.provider.privateKey)
  const contents: Record<string, string> = {
    'not encrypted': honest,
    'one plain, one encrypted': evil + sealed(),
    'two encrypted': sealed() + sealed({ id: '_a2' }),
    'in the extensions': `<samlp:Extensions>${sealed()}</samlp:Extensions>`,
    'one in the other': encrypted(inside(evil), keys.encryptionKey),
    'one behind the other': encrypted(honest + evil, keys.encryptionKey),
    'in an object of a signature': encrypted(inside(signature.replace('</ds:Signature>', `<ds:Object>${evil}</ds:Object></ds:Signature>`)), keys.encryptionKey),
    'with the key transport of yesterday': encryptedBadly(honest, keys.encryptionKey),
    'for somebody else': encrypted(honest, keys.stranger.publicKey),
    nothing: '',
  }
  for (const [name, content] of Object.entries(contents)) await assert.rejects(read(search(response({}, content))), BadMessage, name)
})

test('document types, comments and bombs are refused', async () => {
  const entity = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  await refused(search(entity + response()), /document type/)
  await refused(search(response({}, encrypted(entity + assertionOf(says), keys.encryptionKey))), /document type/)
  await refused(search(response({}, encrypted(assertionOf(says).replace('ABAB', 'ABAB<!-- -->'), keys.encryptionKey))), /comment/)
  await refused(search(' '.repeat(5_000_000)), /cannot be unpacked/)
})

test('a document that does not count any more identifies nobody, and neither does one without a pseudonym', async () => {
  const outcomeOf = async (attributes: string) => (await read(search(response({ attributes })))).outcome
  for (const state of ['EXPIRED', 'REVOKED', 'NOTAUTHENTIC', 'FAILED', '']) assert.deepEqual(await outcomeOf(card.replace('VALID', state)), { ok: false, failure: 'invalid-document' })
  assert.deepEqual(await outcomeOf(card.replace('DocumentValidity', 'Other')), { ok: false, failure: 'invalid-document' })
  await refused(search(response({ attributes: card.replace(pseudonym, '') })), /no pseudonym/)
  await refused(search(response({ attributes: card + attribute('RestrictedID', `<eid:ID>${pseudonym}</eid:ID>`) })), /twice/)
})

test('a foreign document may have no address and no full day of birth; a server that says no level gets less', async () => {
  const attributes = card.replace(/<eid:StructuredPlace>.*<\/eid:StructuredPlace>/, '<eid:NoPlaceInfo>keine</eid:NoPlaceInfo>').replace('<eid:DateValue>1964-08-12</eid:DateValue>', '').replace('LevelOfAssurance', 'Other')
  const { outcome } = await read(search(response({ attributes })))
  assert.ok(outcome.ok)
  assert.deepEqual([outcome.identity.address, outcome.identity.birthDate, outcome.identity.level], [undefined, undefined, 'substantial'])
})

test('a cancelled reading is told as one', async () => {
  const cancelled = (detail: string) => responseOf({ ...says, status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }, '').replace('Responder"></samlp:StatusCode>', `Responder"><samlp:StatusCode Value="${detail}"/></samlp:StatusCode>`)
  assert.deepEqual((await read(search(cancelled('http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#cancellationByUser')))).outcome, { ok: false, failure: 'cancelled' })
  assert.deepEqual((await read(search(cancelled('http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#pinBlocked')))).outcome, { ok: false, failure: 'failed' })
})
