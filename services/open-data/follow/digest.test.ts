import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { digestLot } from './digest.ts'
import type { MailPlatform } from './mail-platform.ts'
import * as queries from './queries.ts'
import { dueBefore, forgottenBefore } from './rules.ts'
import { startFollowing } from './start.ts'
import { isTokenFor, tokenFor } from './token.ts'

const tenant = testTenants.erlenau
const day = 86_400_000
const start = new Date('2026-03-04T09:00:00Z')
const later = new Date(start.getTime() + day)
let temporary: TemporaryDatabase
let platform: MailPlatform
let failing = false

const unit = <T>(work: (db: UnitOfWork) => Promise<T>, now = start) => temporary.database.unit({ tenant: tenant.id, service: 'open-data', access: 'write', now }, work)
const letters = () => temporary.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now: later }, (db) => db.many(sql<{ recipient: string; subject: string; text: string; unsubscribe: string | null }>`select recipient, subject, text, unsubscribe from platform.mail_outbox where tenant_id = ${db.tenant} order by created_at, id`))

before(async () => {
  temporary = await temporaryDatabase()
  platform = {
    database: temporary.database,
    config: { https: false, port: 8080 },
    now: () => start,
    mailer: {
      way: 'demo',
      send: async (db, mail) => {
        const id = newId(db.now)
        await db.run(sql`insert into platform.mail_outbox (tenant_id, id, service, recipient, subject, text, unsubscribe, created_at) values (${db.tenant}, ${id}, ${db.service}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.unsubscribe ?? null}, ${db.now})`)
        if (failing) throw new Error('The process ends here.')
        return id
      },
    },
  }
  await unit(async (db) => {
    await db.run(sql`insert into open_data.organisation (tenant_id, id, name, title, created_at) values (${db.tenant}, ${office}, 'umweltamt', 'Umweltamt', ${db.now})`)
    for (const follower of ['a@example.org', 'b@example.org', 'c@example.org'])
      await startFollowing(db, { platform, tenant, url: new URL('http://erlenau.localhost:8080/') }, { kind: 'organisation', subject: office, label: 'Umweltamt', mail: follower, rhythm: 'daily', locale: 'de', accountId: newId(db.now) })
  })
  await unit(addDataset, new Date(start.getTime() + 3_600_000))
})
after(() => temporary.close())

const office = crypto.randomUUID()
const addDataset = (db: UnitOfWork) =>
  db.run(sql`
    insert into open_data.dataset (tenant_id, id, name, title, summary, document, digest, organisation_id, theme, format, licence, high_value, points, created_at, changed_at)
    values (${db.tenant}, ${newId(db.now)}, 'baeume', 'Bäume', '', '{}', '', ${office}, '{}', '{}', '{}', false, 0, ${db.now}, ${db.now})`)

const run = () => unit((db) => digestLot(db, platform, tenant, 'daily', dueBefore('daily', later)), later)

test('nothing is due before its time', async () => {
  assert.equal(await unit((db) => digestLot(db, platform, tenant, 'daily', dueBefore('daily', start))), 0)
  assert.equal(await unit((db) => digestLot(db, platform, tenant, 'weekly', dueBefore('weekly', later)), later), 0)
})

test('a process that ends in the middle has told nobody, and the next one tells everybody once', async () => {
  failing = true
  await assert.rejects(run(), /ends here/)
  assert.deepEqual(await letters(), [])
  failing = false
  await Promise.all([run(), run(), run()])
  const sent = await letters()
  assert.deepEqual(sent.map(({ recipient }) => recipient).toSorted(), ['a@example.org', 'b@example.org', 'c@example.org'])
  assert.equal(await run(), 0, 'and nobody is due any more')
})

test('a summary says what is new and carries its own way out', async () => {
  const [letter] = await letters()
  assert.match(letter?.subject ?? '', /^1 Neuigkeit/)
  assert.match(letter?.text ?? '', /Neu: Bäume\nhttps?:\/\/\S+\/open-data\/dataset\/baeume/)
  const stop = new URL(letter?.unsubscribe ?? '')
  const id = stop.pathname.split('/').at(-1) ?? ''
  assert.ok(letter?.text.includes(stop.href))
  assert.equal(await isTokenFor(platform, tenant.id, 'stop', id, stop.searchParams.get('token') ?? ''), true)
  assert.equal(await isTokenFor(platform, tenant.id, 'manage', id, stop.searchParams.get('token') ?? ''), false, 'a link does one thing')
  assert.equal(await isTokenFor(platform, 'moorbek', 'stop', id, stop.searchParams.get('token') ?? ''), false, 'in one town')
  assert.equal(await unit((db) => queries.deleteFollowOrFollower(db, id)), 1)
  assert.equal(await unit((db) => queries.deleteFollowOrFollower(db, id)), 0)
})

test('an address that nobody confirmed gets one letter, no summary, and is forgotten after a week', async () => {
  const follow = await unit((db) => startFollowing(db, { platform, tenant, url: new URL('http://erlenau.localhost:8080/') }, { kind: 'organisation', subject: office, label: 'Umweltamt', mail: 'Fremd@example.org', rhythm: 'daily', locale: 'de', accountId: null }))
  const confirmations = (await letters()).filter(({ recipient }) => recipient === 'fremd@example.org')
  assert.equal(confirmations.length, 1)
  assert.ok(confirmations[0]?.text.includes(await tokenFor(platform, tenant.id, 'confirm', follow.id)))
  assert.equal(await run(), 0)
  const week = new Date(start.getTime() + 8 * day)
  assert.equal(await unit((db) => queries.deleteForgotten(db, forgottenBefore(week)), week), 2, 'the wish and the address')
})
