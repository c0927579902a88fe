import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { verifyAudit } from '../audit/index.ts'
import { defineService, type Service } from '../boot/service.ts'
import { newId } from '../database/index.ts'
import { title } from '../http/route.ts'
import { demoAccountId } from '../identity/index.ts'
import { openTestTown, visitor } from '../identity/town-for-tests.ts'
import { defineWords } from '../i18n/index.ts'
import { privacyComplaints } from './catalogue.ts'
import type { PersonalData } from './personal-data.ts'
import { discloseAll, eraseAll, readCatalogue } from './person.ts'
import { refuseUndeclaredData } from './refuse.ts'
import { indexRecords, search } from '../search/index.ts'
import { applyRetention } from './retention.ts'

const words = defineWords({ de: { 'swap.purpose': 'Tauschen', 'swap.column.email': 'Postfach', 'swap.law': '§ 147 AO' }, en: { 'swap.purpose': 'Swapping', 'swap.column.email': 'Mailbox', 'swap.law': '§ 147 AO' } })
const purpose = title(words, 'swap.purpose')
const basis = { purpose, legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO', recipients: [] }
const swapPrivacy: PersonalData[] = [
  { ...basis, table: 'swap.offer', columns: ['email'], retention: { days: 30, field: 'created_at' }, subjectColumn: 'account_id', searchKind: 'offer' },
  { ...basis, table: 'swap.answer', columns: ['sender_name'], retention: { days: 30, field: 'created_at' }, subjectColumn: 'account_id' },
  { ...basis, table: 'swap.vote', columns: ['account_id'], retention: 'account', subjectColumn: 'account_id', erasure: 'empty' },
  { ...basis, table: 'swap.receipt', columns: ['email'], retention: { days: 3_650, field: 'created_at' }, subjectColumn: 'account_id', erasure: { keep: title(words, 'swap.law') } },
]
const swap: Service = defineService({ id: 'swap', version: '0', folder: '/nowhere', words, title: purpose, summary: purpose, home: '/swap', routes: [], access: [], privacy: swapPrivacy, pages: [] })

const { app, town, clock, platform, close } = await openTestTown({ demo: true }, [swap])
after(close)

// A service's schema as its migrations would leave it. The connection closes itself: the pool must not know the role before it exists.
async function asOwner(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: town.ownerUrl })
  await client.connect()
  await client.query(statements).finally(() => client.end())
}
const keys = 'tenant_id text not null, id uuid not null, account_id uuid'
await asOwner(`
  select platform.adopt_role('svc_swap');
  create schema swap; grant usage on schema swap to svc_swap;
  create table swap.offer (${keys}, email text not null, created_at timestamptz not null, primary key (tenant_id, id));
  create table swap.answer (${keys}, offer_id uuid not null, sender_name text not null, created_at timestamptz not null, primary key (tenant_id, id),
    foreign key (tenant_id, offer_id) references swap.offer (tenant_id, id));
  create table swap.vote (${keys}, yes boolean not null, created_at timestamptz not null, primary key (tenant_id, id));
  create table swap.receipt (${keys}, email text not null, created_at timestamptz not null, primary key (tenant_id, id));
  select platform.protect('swap.' || t) from unnest(array['offer', 'answer', 'vote', 'receipt']) t;`)

const mia = demoAccountId('erlenau', 'mia')
const eva = demoAccountId('erlenau', 'eva')

async function fill(tenant: string, account: string, at: Date): Promise<void> {
  await platform.database.unit({ tenant, service: 'swap', access: 'write', now: at }, async (db) => {
    const offer = newId(at)
    await db.run(sql`insert into swap.offer values (${tenant}, ${offer}, ${account}, 'mia@example.org', ${at})`)
    await indexRecords(db, [{ service: 'swap', kind: 'offer', ref: offer, title: 'Leiter zu verleihen', url: `/swap/${offer}` }])
    await db.run(sql`insert into swap.answer values (${tenant}, ${newId(at)}, ${account}, ${offer}, 'Mia', ${at})`)
    await db.run(sql`insert into swap.vote values (${tenant}, ${newId(at)}, ${account}, true, ${at})`)
    await db.run(sql`insert into swap.receipt values (${tenant}, ${newId(at)}, ${account}, 'mia@example.org', ${at})`)
  })
}
const found = async (tenant: string) => (await platform.database.unit({ tenant, service: 'swap', access: 'read', now: clock.now() }, (db) => search(db, { q: 'Leiter', service: 'swap', from: 0, size: 1 }))).total
const count = async (tenant: string, where: string) =>
  await platform.database.unit({ tenant, service: 'swap', access: 'read', now: clock.now() }, async (db) => (await db.one(sql<{ n: number }>`select count(*)::int as n from ${sql.raw(where)}`)).n)

test('the kernel has declared every column of its own that looks personal', async () => {
  const catalogue = await town.read('-', 'platform', readCatalogue)
  const own = { ...catalogue, columns: catalogue.columns.filter(({ table }) => /^(platform|search)\./.test(table)) }
  assert.ok(own.columns.length > 30)
  assert.deepEqual(privacyComplaints(own, [{ id: 'platform', privacy: platform.registry.byId('platform')?.privacy ?? [] }]), [])
})

test('a planted column stops the start, a declared service does not', async () => {
  const start = () => refuseUndeclaredData(platform.database, platform.registry.services, clock.now())
  await start()
  const services = platform.registry.services
  const about = async () => privacyComplaints(await town.read('-', 'platform', readCatalogue), services).filter((line) => line.includes('swap'))
  assert.deepEqual(await about(), [])
  await asOwner('alter table swap.offer add column birth_date date')
  assert.match((await about()).join(), /swap\/privacy\.ts: swap\.offer\.birth_date looks personal/)
  await assert.rejects(start(), /The start is refused:\n  - swap\/privacy\.ts: swap\.offer\.birth_date/)
  await asOwner('alter table swap.offer drop column birth_date')
})

test('a person sees everything about themselves and nothing of others', async () => {
  const browser = visitor(app)
  await browser.post('/sign-in/demo/mia')
  await visitor(app).post('/sign-in/demo/eva')
  await fill('erlenau', mia, clock.now())
  await fill('erlenau', eva, clock.now())
  const disclosed = await discloseAll(platform, { tenant: 'erlenau', now: clock.now() }, mia)
  const rows = Object.fromEntries(disclosed.map(({ data, rows: found }) => [data.table, found.length]))
  assert.deepEqual(rows, { 'platform.account': 1, 'platform.role_grant': 1, 'platform.role_delegation': 0, 'platform.role_request': 0, 'platform.oidc_link': 0, 'platform.session': 1, 'platform.kept_form': 0, 'platform.audit_entry': 0, 'platform.feedback_message': 0, 'swap.offer': 1, 'swap.answer': 1, 'swap.vote': 1, 'swap.receipt': 1 })
  assert.deepEqual(disclosed.find(({ data }) => data.table === 'swap.offer')?.rows, [{ email: 'mia@example.org' }])
})

test('erasure takes what is not kept by law, in the order of the foreign keys, and leaves others alone', async () => {
  await fill('moorbek', mia, clock.now()) // the same id in another town is another person
  const counts = await eraseAll(platform, { tenant: 'erlenau', now: clock.now(), actor: mia }, mia)
  assert.deepEqual(counts, { 'swap.answer': 1, 'swap.offer': 1, 'swap.vote': 1, 'platform.session': 1, 'platform.role_grant': 1, 'platform.account': 1 })
  assert.equal(await count('erlenau', 'swap.receipt'), 2)
  assert.equal(await count('erlenau', 'swap.vote where account_id is null'), 1)
  assert.equal(await count('erlenau', 'swap.offer'), 1)
  assert.equal(await count('moorbek', 'swap.offer'), 1)
  assert.equal(await found('erlenau'), 1, 'what is erased is not found any more')
  assert.deepEqual(await eraseAll(platform, { tenant: 'erlenau', now: clock.now() }, mia), {}, 'once more changes nothing')
  assert.ok((await town.read('erlenau', 'platform', verifyAudit)).ok)
})

test('retention ends what is too old, sessions whose time is over, and accounts nobody uses', async () => {
  clock.set('2026-03-10T09:00:00Z')
  await fill('erlenau', eva, new Date('2026-02-08T09:00:01Z')) // 29 days, 23:59:59
  await fill('erlenau', eva, new Date('2026-02-08T09:00:00Z')) // 30 days
  const counts = await applyRetention(platform, 'erlenau', clock.now())
  assert.deepEqual({ offer: counts['swap.offer'], answer: counts['swap.answer'] }, { offer: 1, answer: 1 })
  assert.equal(await found('erlenau'), await count('erlenau', 'swap.offer'), 'what has gone with time is not found any more')

  clock.advance({ days: 2 })
  assert.ok(((await applyRetention(platform, 'erlenau', clock.now()))['platform.session'] ?? 0) > 0)
  clock.advance({ days: 728 })
  const late = await applyRetention(platform, 'erlenau', clock.now())
  assert.equal(late['platform.account'], 1)
  assert.equal(await count('erlenau', 'swap.vote where account_id is not null'), 0)
  assert.ok((await town.read('erlenau', 'platform', verifyAudit)).ok)
})

test('the pages: register for all, own data, deletion with a question first', async () => {
  const guest = visitor(app)
  const register = await guest.get('/privacy')
  assert.equal(register.status, 200)
  assert.match(register.text, /730 Tage/)
  assert.match(register.text, /Art\. 6 Abs\. 1 Buchst\. e DSGVO/)
  const csv = await guest.get('/privacy.csv')
  assert.ok(csv.text.startsWith('\uFEFF"Dienst","Zweck"'))
  assert.equal(csv.text.trim().split('\r\n').length, 13)
  assert.equal((await guest.get('/account/data')).location, '/sign-in?return=%2Faccount%2Fdata')

  const browser = visitor(app, 'moorbek.example.org')
  await browser.post('/sign-in/demo/mia')
  await fill('moorbek', demoAccountId('moorbek', 'mia'), clock.now())
  assert.match((await browser.get('/account/data')).text, /mia\.beispiel@example\.org/)
  assert.match((await browser.get('/account/data')).text, /Postfach/)
  const data = JSON.parse((await browser.get('/account/data.json')).text)
  assert.equal(data.data.find(({ table }: { table: string }) => table === 'platform.account').rows[0].email, 'mia.beispiel@example.org')
  assert.equal((await browser.post('/account/delete', { from: '/account/delete' })).location, '/sign-out/done')
  assert.equal((await browser.get('/account')).status, 303)
  assert.equal(await count('moorbek', 'swap.offer'), 1, 'only the line of the namesake is left')
})
