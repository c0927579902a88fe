import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { startTown, type Town } from '@modellregion/testing'
import { newReturnCode, readReturnCode } from './return-code.ts'
import { mayReply } from './rules.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['example'] })))
after(() => town.close())

const here = () => town.running.platform.directory.byHost('localhost')?.id ?? ''
const countSessions = async () => (await town.running.platform.database.unit({ tenant: here(), service: 'platform', access: 'read', now: new Date() }, (db) => db.one(sql<{ n: number }>`select count(*)::int as n from platform.session where tenant_id = ${db.tenant}`))).n
const hashes = async () => (await town.running.platform.database.unit({ tenant: here(), service: 'platform', access: 'read', now: new Date() }, (db) => db.many(sql<{ row: string }>`select f::text as row from platform.feedback f where tenant_id = ${db.tenant} and return_hash is not null`))).map(({ row }) => row)

type Sent = { status: number; text: string; cookie: string }
async function send(path: string, fields?: Record<string, string>, cookie = ''): Promise<Sent> {
  const response = await fetch(town.url(path), { redirect: 'manual', headers: { accept: 'text/html', cookie, ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(fields && { method: 'POST', body: new URLSearchParams(fields) }) })
  return { status: response.status, text: await response.text(), cookie: response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') }
}
const tokenIn = (page: Sent): string => /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''

async function report(message: string): Promise<string> {
  const form = await send('/feedback')
  const sent = await send('/feedback', { _csrf: tokenIn(form), kind: 'barrier', message }, form.cookie)
  // Not the middle of an id, which may be all digits.
  const code = /(?<![\w-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\w-])/.exec(sent.text)?.[0] ?? ''
  assert.notEqual(readReturnCode(code), undefined, sent.text.slice(0, 300))
  return code
}

async function asOfficer(): Promise<string> {
  const page = await send('/sign-in')
  const signed = await fetch(town.url('/sign-in/demo/tina'), { method: 'POST', redirect: 'manual', headers: { cookie: page.cookie }, body: new URLSearchParams({ _csrf: tokenIn(page) }) })
  return signed.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
}

test('a guest comes back with the code, reads the answer, replies once, and no session is made', async () => {
  const code = await report('Der Aufzug im Rathaus ist stumm.')
  const sessions = await countSessions()

  const first = await send('/return', { code: code.toLowerCase().replaceAll('-', ' ') })
  assert.equal(first.status, 200)
  assert.equal(first.cookie, '', 'no session')
  assert.match(first.text, /Der Aufzug im Rathaus ist stumm\./)
  assert.doesNotMatch(first.text, /action="\/return\/reply"/, 'nothing to reply to yet')
  await send('/return/reply', { code, text: 'Zu früh.' })
  assert.doesNotMatch((await send('/return', { code })).text, /Zu früh\./)
  assert.equal(await countSessions(), sessions)

  const cookie = await asOfficer()
  const list = await send('/admin/feedback', undefined, cookie)
  const action = /action="(\/admin\/feedback\/[^"]+\/answer)"/.exec(list.text)?.[1] ?? ''
  assert.notEqual(action, '')
  assert.equal((await send(action, { _csrf: tokenIn(list), text: 'Der Techniker kommt morgen.' }, cookie)).status, 303)

  const answered = await send('/return', { code })
  assert.match(answered.text, /Der Techniker kommt morgen\./)
  const empty = await send('/return/reply', { code, text: '' })
  assert.equal(empty.status, 422)
  const reply = await send('/return/reply', { code, text: 'Danke, es ist der linke.' })
  assert.match(reply.text, /Danke, es ist der linke\./)
  const again = await send('/return/reply', { code, text: 'Und noch etwas.' })
  assert.doesNotMatch(again.text, /Und noch etwas\./, 'once for each answer')
  assert.match((await send('/admin/feedback', undefined, cookie)).text, /Danke, es ist der linke\./)
})

test('the code is nowhere in the database, a wrong one opens nothing, and guessing is slowed down', async () => {
  const code = await report('Nur für die Probe.')
  const stored = await hashes()
  assert.ok(stored.length >= 2)
  for (const form of [code, code.replaceAll('-', '')]) assert.ok(!stored.join('\n').includes(form))
  const wrong = newReturnCode()
  const refused = await send('/return', { code: wrong })
  assert.equal(refused.status, 422)
  assert.doesNotMatch(refused.text, /Nur für die Probe/)
  for (const bad of ['', 'x'.repeat(40), `${code}'`, '\u0000']) assert.equal((await send('/return', { code: bad })).status, 422)
  let status = 0
  for (let i = 0; i < 31 && status !== 429; i++) ({ status } = await send('/return', { code: wrong }))
  assert.equal(status, 429)
})

test('codes survive being written by hand, and a guest speaks only after the office', () => {
  for (let i = 0; i < 50; i++) {
    const code = newReturnCode()
    assert.equal(readReturnCode(` ${code.toLowerCase().replaceAll('-', ' – ')}`), code)
  }
  fc.assert(fc.property(fc.array(fc.record({ fromOffice: fc.boolean() })), (messages) => mayReply(messages) === (messages.length > 0 && messages[messages.length - 1]?.fromOffice === true)))
})
