import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { temporaryDatabase } from '@modellregion/testing'
import { audit, auditAll, listAudit, verifyAudit } from './index.ts'
import { canonicalJson } from './chain.ts'

const town = await temporaryDatabase()
after(() => town.close())
const now = new Date('2026-03-10T09:00:00Z')
const write = (tenant: string, action: string, actor?: string) =>
  town.database.unit({ tenant, service: 'platform', access: 'write', now, ...(actor && { actor }) }, (db) => audit(db, { action, subject: 'thing/1', detail: { b: 1, a: ['x', 'ü'] } }))
const verify = (tenant: string) => town.read(tenant, 'platform', verifyAudit)

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: town.superuserUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

test('forty writers at once keep one chain per town', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, i) => write(i % 2 ? 'erlenau' : 'moorbek', `thing.write-${i}`, 'account-1')))
  for (const tenant of ['erlenau', 'moorbek']) {
    const verified = await verify(tenant)
    assert.ok(verified.ok)
    assert.equal(verified.entries, 20)
  }
  const [newest, second] = await town.read('erlenau', 'platform', (db) => listAudit(db, { size: 2 }))
  assert.equal(newest?.seq, 20)
  assert.equal(newest?.prevHash, second?.hash)
  assert.equal(newest?.actor, 'account-1')
  assert.deepEqual(newest?.detail, { b: 1, a: ['x', 'ü'] })
  assert.equal((await town.read('erlenau', 'platform', (db) => listAudit(db, { size: 50, before: 3 }))).length, 2)
})

test('many lines of one step hang together, also beside other writers', async () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ action: 'thing.take', subject: `thing/${i}`, ...(i % 2 === 0 && { detail: { i } }) }))
  const take = () => town.unit('hohenfurt', 'platform', (db) => auditAll(db, many))
  await Promise.all([take(), write('hohenfurt', 'thing.write'), take(), town.unit('hohenfurt', 'platform', (db) => auditAll(db, []))])
  const verified = await verify('hohenfurt')
  assert.ok(verified.ok)
  assert.equal(verified.entries, 61)
  const lines = await town.read('hohenfurt', 'platform', (db) => listAudit(db, { size: 100, action: 'thing.take' }))
  assert.deepEqual(lines.slice(0, 2).map(({ subject, detail }) => [subject, detail]), [['thing/29', {}], ['thing/28', { i: 28 }]])
})

test('a unit of work that fails leaves no line', async () => {
  const before = await verify('erlenau')
  await assert.rejects(town.unit('erlenau', 'platform', async (db) => {
    await audit(db, { action: 'thing.fail', subject: 'thing/1' })
    throw new Error('planned')
  }), /planned/)
  assert.deepEqual(await verify('erlenau'), before)
})

test('the application can neither change nor delete a line, nor write in the name of another service', async () => {
  const { sql } = await import('kysely')
  for (const statement of [sql`update platform.audit_entry set action = 'x' where tenant_id = 'erlenau'`, sql`delete from platform.audit_entry where tenant_id = 'erlenau'`])
    await assert.rejects(town.unit('erlenau', 'platform', (db) => db.run(statement)), { code: '42501' })
  await assert.rejects(
    town.unit('erlenau', 'platform', (db) => audit({ ...db, service: 'open-data' }, { action: 'x.y', subject: 'z' })),
    { code: '42501' },
  )
})

for (const [what, statement, expected] of [
  ['an altered line', `update platform.audit_entry set detail = '{"a":["x","ü"],"b":2}' where tenant_id = 'steinfurtheim' and seq = 3`, { ok: false, seq: 3, reason: 'altered' }],
  ['a line taken out', `delete from platform.audit_entry where tenant_id = 'steinfurtheim' and seq = 2`, { ok: false, seq: 2, reason: 'missing' }],
  ['a line whose neighbours do not know it', `update platform.audit_entry set prev_hash = repeat('0', 64) where tenant_id = 'steinfurtheim' and seq = 4`, { ok: false, seq: 4, reason: 'unchained' }],
] as const)
  test(`${what} is found`, async () => {
    await asSuperuser(`delete from platform.audit_entry where tenant_id = 'steinfurtheim'`)
    for (let i = 0; i < 5; i++) await write('steinfurtheim', 'thing.write')
    assert.ok((await verify('steinfurtheim')).ok)
    await asSuperuser(statement)
    assert.deepEqual(await verify('steinfurtheim'), expected)
  })

test('canonical JSON has one form, whatever the order of the keys', () => {
  assert.equal(canonicalJson({ b: [1, null, 'ü'], a: { z: true, y: 1e21 } }), '{"a":{"y":1e+21,"z":true},"b":[1,null,"ü"]}')
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      assert.equal(canonicalJson(value), canonicalJson(reversed))
      assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)))
    }),
  )
})
