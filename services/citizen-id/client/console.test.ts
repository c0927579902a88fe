import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'

let town: Town
let tina: PlainBrowser
const clients = '/citizen-id/clients'
const broken = { client_id: 'broken', office: 'Kulturamt', redirect_uris: ['https://theater.example/back'], token_endpoint_auth_method: 'client_secret_basic' }
const whole = { client_id: 'whole', office: 'Museum', redirect_uris: ['https://museum.example/back'], token_endpoint_auth_method: 'none' }

before(async () => {
  town = await startTown({ services: ['citizen-id'], config: { identity: { clients: [broken, whole] } } })
  tina = plainBrowser()
  await tina.open(town.url(`/sign-in?return=${encodeURIComponent(clients)}`, 'aachen'))
  await tina.send('/demo/tina')
})
after(() => town.close())

const filled = {
  name: 'Parken',
  office: 'Straßenverkehrsamt',
  purpose: 'Parkausweis',
  legalBasis: 'Satzung',
  redirectUris: 'https://parken.example/back',
  authMethod: 'client_secret_basic',
  minimum: 'low',
  ciba: 'off',
}
const secretIn = ({ text }: { text: string }): string | undefined => /<code>([\w-]{43})<\/code>/.exec(text)?.[1]
const open = (path: string) => tina.open(town.url(path, 'aachen'))

test('a secret is shown once; a new way of proof brings a new one, and going back does not revive the old', async () => {
  await open(`${clients}/new`)
  const registered = await tina.send('/clients/new', filled)
  const first = secretIn(registered)
  assert.ok(first)
  const path = `${clients}/${/<code>(parken-[0-9a-f]{8})<\/code>/.exec(registered.text)?.[1]}`
  assert.equal(secretIn(await open(path)), undefined)

  const changed = async (authMethod: string) => secretIn(await tina.send(path, { ...filled, authMethod }))
  assert.equal(await changed('client_secret_basic'), undefined, 'kept')
  assert.equal(await changed('none'), undefined)
  const second = await changed('client_secret_basic')
  assert.ok(second)
  assert.notEqual(second, first)
})

test('what the provider would refuse is refused when it is registered, beside the field and with all that was typed', async () => {
  for (const [field, value, said] of [
    ['redirectUris', 'http://parken.example/back', /Nur https ist erlaubt/],
    ['jwks', '{"keys":[{"kty":"EC","crv":"P-256","x":"x","y":"y","d":"z"}]}', /privater Schlüssel/],
    ['jwks', '{"keys":[{"kty":"EC","crv":"P-256","x":1,"y":"y"}]}', /Der Anbieter nimmt das nicht an/],
  ] as const) {
    await open(`${clients}/new`)
    const { status, text } = await tina.send('/clients/new', { ...filled, ...(field === 'jwks' && { authMethod: 'private_key_jwt' }), [field]: value })
    assert.equal(status, 422)
    assert.match(text, said)
    assert.match(text, new RegExp(`href="#${field}"`))
    assert.match(text, /Straßenverkehrsamt/)
  }
})

test('services of the file are listed, and one that cannot work says why', async () => {
  const { text } = await open(clients)
  assert.match(text, /<code>whole<\/code> Museum\s*<\/li>/)
  assert.match(text, /<code>broken<\/code> Kulturamt.*client_secret is mandatory/)
})

test('the registry is nobody else’s', async () => {
  const mia = plainBrowser()
  await mia.open(town.url(`/sign-in?return=${encodeURIComponent(clients)}`, 'aachen'))
  assert.notEqual((await mia.send('/demo/mia')).status, 200)
})
