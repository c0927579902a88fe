import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from './kernel.ts'
import { temporaryDatabase, type TemporaryDatabase } from './database.ts'

let first: TemporaryDatabase
let second: TemporaryDatabase
before(async () => {
  ;[first, second] = await Promise.all([temporaryDatabase(), temporaryDatabase()])
})
after(async () => {
  await Promise.all([first.close(), second.close()])
})

const rename = (name: string) => (db: Parameters<Parameters<TemporaryDatabase['unit']>[2]>[0]) => db.run(sql`update platform.tenant set name = ${name} where id = 'moorbek'`)
const nameOf = (db: Parameters<Parameters<TemporaryDatabase['read']>[2]>[0]) => db.one<{ name: string }>(sql`select name from platform.tenant where id = 'moorbek'`)

test('temporary databases share nothing but their beginning', async () => {
  assert.equal(await first.unit('moorbek', 'platform', rename('Neumoorbek')), 1)
  assert.equal((await first.read('moorbek', 'platform', nameOf)).name, 'Neumoorbek')
  assert.equal((await second.read('moorbek', 'platform', nameOf)).name, 'Moorbek')
})

test('a reading unit cannot write', async () => {
  await assert.rejects(second.read('moorbek', 'platform', rename('x')), { code: '25006' })
})
