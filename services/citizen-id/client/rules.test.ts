import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressProblem, linesOf, metadataOf, problemsOf, typedOfClient } from './rules.ts'
import type { ClientForm } from './schema.ts'

const form: ClientForm = { name: 'Parken', office: 'Straßenverkehrsamt', purpose: 'Parkausweis', legalBasis: 'Art. 6', redirectUris: 'https://parken.example.org/back', authMethod: 'client_secret_basic', minimum: 'substantial', ciba: 'off', scopes: ['profile', 'email', 'offline_access'], voluntary: ['email'] }

test('people are sent to whole https addresses only, and on the own machine to http', () => {
  for (const good of ['https://a.example.org/cb', 'http://localhost:3000/cb', 'http://127.0.0.1/cb', 'https://a.example.org/cb?x=1']) assert.equal(addressProblem(good), undefined, good)
  const bad = { 'http://a.example.org/cb': 'not-https', 'https://*.example.org/': 'wildcard', 'https://a.example.org/#x': 'fragment', 'https://a.example.org/#': 'fragment', 'javascript:alert(1)': 'not-an-address', '/cb': 'not-an-address', 'https://u:p@a.example.org/': 'not-an-address', 'http://localhost.evil.example/': 'not-https' }
  for (const [address, problem] of Object.entries(bad)) assert.equal(addressProblem(address), problem, address)
})

test('what is registered is shown again as it was typed', () => {
  fc.assert(
    fc.property(
      fc.record({
        redirects: fc.uniqueArray(fc.webUrl({ validSchemes: ['https'], withFragments: false }), { minLength: 1, maxLength: 3 }),
        scopes: fc.subarray(['profile', 'email', 'birthdate', 'address', 'offline_access'] as const),
        voluntary: fc.subarray(['profile', 'email'] as const),
        minimum: fc.constantFrom('low' as const, 'substantial' as const, 'high' as const),
        ciba: fc.constantFrom('off' as const, 'poll' as const),
        machine: fc.boolean(),
        dpop: fc.boolean(),
        mandates: fc.boolean(),
      }),
      ({ redirects, ...rest }) => {
        const filled: ClientForm = { ...form, ...rest, redirectUris: redirects.join('\n') }
        const shown = typedOfClient({ clientId: 'x', metadata: metadataOf(filled), office: filled.office, purpose: filled.purpose, legalBasis: filled.legalBasis, disabledAt: null, createdAt: new Date(0) })
        assert.deepEqual(linesOf(String(shown['redirectUris'])), redirects)
        assert.deepEqual([shown['scopes'], shown['voluntary'], shown['minimum'], shown['ciba']], [filled.scopes, filled.voluntary, filled.minimum, filled.ciba])
        assert.deepEqual([shown['machine'], shown['dpop'], shown['mandates']], [filled.machine, filled.dpop, filled.mandates].map((is) => (is ? 'true' : '')))
      },
    ),
  )
})

test('a service without an address to return to is refused, unless it needs none', () => {
  const { redirectUris: _none, ...without } = form
  assert.deepEqual(problemsOf(without), [{ field: 'redirectUris', code: 'needed' }])
  assert.deepEqual(problemsOf({ ...without, machine: true }), [])
  assert.deepEqual(problemsOf({ ...form, authMethod: 'private_key_jwt' }), [{ field: 'jwksUri', code: 'needed' }])
  assert.deepEqual(problemsOf({ ...form, ciba: 'ping' }), [{ field: 'cibaUri', code: 'needed' }])
})

test('a public client gets no credentials of a program', () => {
  assert.ok(!(metadataOf({ ...form, authMethod: 'none', machine: true })['grant_types'] as string[]).includes('client_credentials'))
})

test('services of one host know a person by a name of their own', () => {
  assert.equal(metadataOf(form)['subject_type'], 'pairwise')
})

test('only public keys are taken, and what proves nothing gets no tokens of a program', () => {
  const signing: ClientForm = { ...form, authMethod: 'private_key_jwt' }
  const publicKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }
  assert.deepEqual(problemsOf({ ...signing, jwks: JSON.stringify({ keys: [publicKey] }) }), [])
  const wrong = { 'private-key': JSON.stringify({ keys: [publicKey, { ...publicKey, d: 'secret' }] }), 'not-keys': JSON.stringify(publicKey) }
  for (const [code, jwks] of Object.entries(wrong)) assert.deepEqual(problemsOf({ ...signing, jwks }), [{ field: 'jwks', code }])
  assert.deepEqual(problemsOf({ ...signing, jwks: JSON.stringify({ keys: [publicKey] }), jwksUri: 'https://a.example.org/keys' }), [{ field: 'jwks', code: 'one-of-two' }])
  assert.deepEqual(problemsOf({ ...form, authMethod: 'none', machine: true }), [{ field: 'authMethod', code: 'proves-nothing' }])
})
