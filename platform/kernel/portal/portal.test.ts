import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { lockHolders } from '../admin/queries.ts'
import { newId, NotFound } from '../database/index.ts'
import { grantRole } from '../identity/index.ts'
import { ensureDemoPerson, demoPeople } from '../identity/demo-people.ts'
import { speak } from '../i18n/index.ts'
import { kernelWords } from '../locales/index.ts'
import type { Mail } from '../mail/index.ts'
import { isReportNumber } from './number.ts'
import { closeFeedback, countOpenFeedback, getPublishedNews, insertNews, listFeedback, listNews, listPublishedNews, saveNews } from './queries.ts'
import { keepReport } from './report.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

const texts = { de: { title: 'Titel', teaser: 'Satz', body: 'Text' } }
const [one, other] = [testTenants.erlenau.id, testTenants.moorbek.id]

test('drafts and messages of tomorrow are not public; other towns see none of them', async () => {
  const tomorrow = new Date('2999-01-01T00:00:00Z')
  const published = await temporary.unit(one, 'platform', async (db) => {
    const ids = { draft: newId(db.now), later: newId(db.now), now: newId(db.now) }
    await saveNews(db, { id: ids.draft, texts, publishedAt: null })
    await saveNews(db, { id: ids.later, texts, publishedAt: tomorrow })
    await saveNews(db, { id: ids.now, texts, publishedAt: db.now })
    return ids
  })
  const seen = await temporary.read(one, 'platform', (db) => listPublishedNews(db, { size: 10 }))
  assert.deepEqual(seen.map(({ id }) => id), [published.now])
  await assert.rejects(temporary.read(one, 'platform', (db) => getPublishedNews(db, published.draft)), NotFound)
  assert.equal((await temporary.read(one, 'platform', (db) => listNews(db, 10))).length, 3)
  assert.deepEqual(await temporary.read(other, 'platform', (db) => listNews(db, 10)), [])
})

test('seeding a second time changes nothing, not even what an editor has changed', async () => {
  const id = '0193e000-0000-7000-8000-00000000ffff'
  await temporary.unit(one, 'platform', (db) => insertNews(db, { id, texts, publishedAt: db.now, invented: true }))
  await temporary.unit(one, 'platform', (db) => saveNews(db, { id, texts: { de: { ...texts.de, title: 'Anders' } }, publishedAt: null }))
  assert.equal(await temporary.unit(one, 'platform', (db) => insertNews(db, { id, texts, publishedAt: db.now, invented: true })), 0)
  const [kept] = (await temporary.read(one, 'platform', (db) => listNews(db, 20))).filter((news) => news.id === id)
  assert.equal(kept?.texts.de.title, 'Anders')
  assert.equal(kept?.invented, true)
})

test('a report is kept, told to the office by mail and closed once', async () => {
  const tenant = testTenants.erlenau
  const sent: Mail[] = []
  const mailer = { way: 'demo' as const, send: async (_db: unknown, mail: Mail) => (sent.push(mail), 'id') }
  const office = speak(kernelWords, { locale: 'de' })
  const number = await temporary.unit(tenant.id, 'platform', (db) =>
    keepReport(db, { form: { kind: 'barrier', message: 'Der Knopf ist stumm.', page: 'http://a.localhost/x', mail: 'mia@example.org' }, host: 'a.localhost', tenant, mailer, office }),
  )
  assert.ok(isReportNumber(number))
  assert.deepEqual([sent[0]?.to, sent[0]?.replyTo], [tenant.contact.mail, 'mia@example.org'])
  assert.match(sent[0]?.text ?? '', /Der Knopf ist stumm\./)
  const [report] = await temporary.read(tenant.id, 'platform', (db) => listFeedback(db, { state: 'open', size: 5 }))
  assert.deepEqual([report?.number, report?.page], [number, '/x'])
  assert.equal(await temporary.unit(tenant.id, 'platform', (db) => closeFeedback(db, report?.id ?? '')), 1)
  assert.equal(await temporary.unit(tenant.id, 'platform', (db) => closeFeedback(db, report?.id ?? '')), 0)
  assert.equal(await temporary.read(tenant.id, 'platform', countOpenFeedback), 0)
})

test('a service cannot read what people reported', async () => {
  await assert.rejects(temporary.read(one, 'open-data', countOpenFeedback), /permission denied/)
})

test('holders of a role are those who may sign in, for the whole town', async () => {
  const [, eva, tina] = demoPeople
  assert.ok(eva && tina)
  const holders = await temporary.unit(one, 'platform', async (db) => {
    const editor = await ensureDemoPerson(db, eva)
    const admin = await ensureDemoPerson(db, tina)
    await grantRole(db, editor.id, { role: 'town-admin', organisation: 'archive' })
    return { holders: await lockHolders(db, 'town-admin'), admin: admin.id }
  })
  assert.deepEqual(holders.holders, [holders.admin], 'a role for one office alone does not count')
})
