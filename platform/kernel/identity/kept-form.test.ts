import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { allow } from '../access/rules.ts'
import { defineService, type Service } from '../boot/service.ts'
import { seeOther } from '../http/answer.ts'
import { post, title } from '../http/route.ts'
import { defineWords } from '../i18n/index.ts'
import { openTestTown, visitor, type Visitor } from './town-for-tests.ts'

// Two forms of a town without its own provider: one for whoever is signed in, one for whoever is known more surely.
const words = defineWords({ de: { 'swap.title': 'Tauschen' }, en: { 'swap.title': 'Swapping' } })
const received: string[] = []
const Offer = Type.Object({ text: Type.String(), tag: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])) })
const offer = (path: string, access: string) =>
  post(path, { access, everyTown: true }, (ask) => {
    const form = ask.form(Offer)
    received.push(`${ask.actor.name}: ${form.ok ? [form.value.text, form.value.tag].flat().join(' ') : 'bad'}`)
    return seeOther('/account')
  })
const swap: Service = defineService({
  id: 'swap',
  version: '0',
  folder: '/nowhere',
  words,
  title: title(words, 'swap.title'),
  summary: title(words, 'swap.title'),
  home: '/swap',
  routes: [offer('/swap/offer', 'offer.make'), offer('/swap/sure', 'offer.sign')],
  access: [allow('signed-in', 'make', 'offer'), allow('signed-in', 'sign', 'offer', { level: 'high' })],
  privacy: [],
  pages: [],
})
const { app, town, clock, close } = await openTestTown({ demo: true }, [swap])
after(close)

const formOf = (text: string) => [...(text.slice(text.indexOf('action="/swap')).split('</form>')[0] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? ''] as const)
const actionOf = (text: string) => /<form[^>]* action="(\/swap[^"]*)"/.exec(text)?.[1]
const returnIn = (location: string | undefined) => new URL(location ?? '', 'http://here.invalid').searchParams.get('return') ?? ''
const signIn = (browser: Visitor, person: string, back: string) => browser.post(`/sign-in/demo/${person}`, { fields: { return: back } })

test('what a guest has sent is still there after signing in, and goes out only when the person says so', async () => {
  const browser = visitor(app)
  const refused = await browser.post('/swap/offer', { fields: { text: 'Leiter & "Bohrer"', tag: 'a' } })
  assert.equal(refused.status, 303)
  const back = returnIn(refused.location)
  assert.match(back, /^\/kept-form\/[\w-]{32}$/)
  assert.equal((await signIn(browser, 'mia', back)).location, back)
  assert.deepEqual(received, [], 'nothing is sent by signing in')
  const shown = await browser.get(back)
  assert.equal(actionOf(shown.text), '/swap/offer')
  const fields = Object.fromEntries(formOf(shown.text).filter(([name]) => name !== '_csrf').map(([name, value]) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]))
  assert.deepEqual(fields, { text: 'Leiter & "Bohrer"', tag: 'a' })
  assert.equal((await browser.post('/swap/offer', { from: back, fields })).location, '/account')
  assert.deepEqual(received.splice(0), ['Mia Beispiel: Leiter & "Bohrer" a'])
})

test('a step-up asks for the level that the form needs and keeps the form', async () => {
  const browser = visitor(app)
  await signIn(browser, 'mia', '/account')
  const refused = await browser.post('/swap/sure', { from: '/account', fields: { text: 'unterschrieben' } })
  assert.equal(refused.status, 303)
  assert.match(refused.location ?? '', /level=high/)
  assert.equal((await browser.get(returnIn(refused.location))).status, 200)
  assert.deepEqual(received, [])
})

test('nobody else opens a kept form, and after half an hour nobody does', async () => {
  const mia = visitor(app)
  await signIn(mia, 'mia', '/account')
  const back = returnIn((await mia.post('/swap/sure', { from: '/account', fields: { text: 'geheim' } })).location)
  const eva = visitor(app)
  await signIn(eva, 'eva', '/account')
  assert.equal((await eva.get(back)).status, 404)
  clock.advance({ minutes: 31 })
  assert.equal((await mia.get(back)).status, 404)
})

test('the address of a kept form is not in the database, and programs are told the plain truth', async () => {
  const browser = visitor(app)
  const back = returnIn((await browser.post('/swap/offer', { fields: { text: 'x' } })).location)
  const rows = await town.unit('erlenau', 'platform', (db) => db.many(sql<{ id_hash: string }>`select id_hash from platform.kept_form where tenant_id = 'erlenau'`))
  assert.ok(rows.length > 0 && rows.every(({ id_hash }) => !back.includes(id_hash)))
  const program = await app.inject({ method: 'POST', url: '/swap/offer', headers: { host: 'erlenau.example.org', accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }, payload: 'text=x' })
  assert.ok(program.statusCode === 401 || program.statusCode === 403)
})
