import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { harvestPath } from './menu.ts'

let town: Town
let cookie = ''
before(async () => {
  town = await startTown({ services: ['open-data'] })
  const page = await send('/sign-in')
  cookie = page.cookie
  cookie = (await send('/sign-in/demo/tina', { _csrf: tokenIn(page.text) })).cookie
})
after(() => town.close())

type Sent = { status: number; text: string; cookie: string; location: string }
async function send(path: string, fields?: Record<string, string>, language = 'de'): Promise<Sent> {
  const response = await fetch(town.url(path), { redirect: 'manual', headers: { accept: 'text/html', 'accept-language': language, cookie }, ...(fields && { method: 'POST', body: new URLSearchParams(fields) }) })
  return { status: response.status, text: await response.text(), cookie: response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '), location: response.headers.get('location') ?? '' }
}
const tokenIn = (text: string): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
async function add(title: string, kind: string, url: string, language = 'de'): Promise<Sent> {
  const empty = await send(`${harvestPath}/new`, undefined, language)
  return await send(harvestPath, { _csrf: tokenIn(empty.text), title, kind, url, removal: 'withdraw', publisher: '', columns: '' }, language)
}

test('the form offers each kind with an example', async () => {
  const { text } = await send(`${harvestPath}/new`)
  for (const words of ['OGC API – Records', 'https://geo.example.org/collections/metadaten', 'WFS 2.0', 'SensorThings API 1.1', 'https://sensoren.example.org/v1.1']) assert.ok(text.includes(words), words)
})

const wrong: [kind: string, url: string, german: RegExp, english: RegExp][] = [
  ['ogc-records', 'https://geo.example.org/', /muss auf eine Sammlung zeigen/, /must lead to a collection/],
  ['wfs', 'https://geo.example.org/ows?service=WMS', /fragt nach einem anderen Dienst/, /asks for another service/],
  ['sensorthings', 'https://sensoren.example.org/', /muss mit \/v1\.1 enden/, /must end with \/v1\.1/],
]
for (const [kind, url, german, english] of wrong)
  test(`a wrong address for ${kind} is refused beside the field, and stays there`, async () => {
    const refused = await add('Falsch', kind, url)
    assert.equal(refused.status, 422)
    assert.match(refused.text, german)
    assert.ok(refused.text.includes(`value="${url}"`) && /aria-invalid="true"/.test(refused.text), 'kept, and marked at the field')
    assert.match((await add('Falsch', kind, url, 'en')).text, english)
  })

const right: [kind: string, url: string, label: string][] = [
  ['ogc-records', 'https://geo.example.org/collections/metadaten', 'OGC API – Records'],
  ['wfs', 'https://geo.example.org/wfs/baeume', 'WFS 2.0'],
  ['sensorthings', 'https://sensoren.example.org/v1.1', 'SensorThings API 1.1'],
]
for (const [kind, url, label] of right)
  test(`a source of kind ${kind} is kept and shown`, async () => {
    const added = await add(`Quelle ${kind}`, kind, url)
    assert.deepEqual([added.status, added.location], [303, `${harvestPath}/quelle-${kind}?saved=1`])
    assert.ok((await send(added.location)).text.includes(label))
  })
