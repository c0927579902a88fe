import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { emptyDatabase, testRooms } from '@modellregion/testing'
import pg from 'pg'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { migrate } from '../database/index.ts'
import { defineEvent, publish, subscribe, syncSubscribers } from '../events/index.ts'
import { openDisk } from '../files/disk.ts'
import { recordFile } from '../files/queries.ts'
import { enqueue, installQueue } from '../jobs/index.ts'
import { sweepJobs } from '../jobs/sweep.ts'
import { testPlatform, type TestPlatform } from '../jobs/test-platform.ts'
import { writeBackup } from './backup.ts'
import { inOrder } from './order.ts'
import { listSequences, listTables } from './queries.ts'
import { readBackup } from './restore.ts'

const happened = defineEvent('platform.thing.happened', Type.Object({ text: Type.String() }))
const folder = mkdtempSync(join(tmpdir(), 'modellregion-backup-'))
let source: TestPlatform
let archive: Buffer
const tricky = 'Tab\t, Umbruch\n, Rückstrich \\N \\. und 🏛'

before(async () => {
  source = await testPlatform([], [subscribe(happened, 'platform.hears', async () => {})] as never)
  await syncSubscribers(source.platform)
  for (const town of ['erlenau', 'moorbek'])
    await source.temporary.unit(town, 'platform', async (db) => {
      await enqueue(db, sweepJobs, {}, { runAt: new Date(Date.now() + 3_600_000) })
      await publish(db, happened, { text: tricky })
      await source.platform.mailer.send(db, { to: 'erika@example.org', subject: tricky, text: tricky })
    })
  for (const text of ['one', 'two', 'x'.repeat(300_000)]) {
    const kept = await source.platform.files.put('erlenau', Readable.from([Buffer.from(text)]), { limit: 1e6 })
    await source.temporary.unit('erlenau', 'platform', (db) => recordFile(db, { ...kept, name: tricky, type: 'text/plain' }))
  }
  archive = await backup()
})
after(async () => {
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

async function backup(backupUrl = source.temporary.superuserUrl): Promise<Buffer> {
  const output = new PassThrough()
  const bytes = buffer(output)
  bytes.catch(() => {})
  await writeBackup({ backupUrl, files: source.platform.files, versions: { platform: '0.1.0' }, now: new Date(), workFolder: folder }, output, () => {})
  return await bytes
}

async function emptyInstallation(name: string) {
  const target = await emptyDatabase()
  await migrate(target.ownerUrl, testRooms())
  await installQueue(target.ownerUrl, target.jobsUrl)
  const files = openDisk(join(folder, name), () => new Date())
  return { ...target, files, restore: (bytes: Buffer) => readBackup({ backupUrl: target.superuserUrl, files }, Readable.from([bytes]), () => {}) }
}

async function contentOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const content: Record<string, string> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ all: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as all from ${name} t`)
      content[name] = rows[0]?.all ?? ''
    }
    for (const { name, value } of await listSequences(client)) content[name] = `at ${value}`
    return content
  } finally {
    await client.end()
  }
}

test('a restored installation has the same rows in every table, the same sequences and the same files', async () => {
  const target = await emptyInstallation('whole')
  try {
    const result = await target.restore(archive)
    assert.equal(result.files, 3)
    assert.equal(result.missing, 0)
    const expected = await contentOf(source.temporary.superuserUrl)
    assert.deepEqual(await contentOf(target.superuserUrl), expected)
    for (const table of ['platform.tenant', 'platform.file', 'platform.event_delivery', 'platform.job', 'platform.mail_outbox']) assert.notEqual(expected[table]?.split(' ')[0], '0', table)
    for await (const { sha256 } of source.platform.files.list('erlenau')) {
      const [here, there] = await Promise.all([source.platform.files.get('erlenau', sha256), target.files.get('erlenau', sha256)])
      assert.deepEqual(await buffer(there), await buffer(here))
    }
    await assert.rejects(target.restore(archive), /is not empty/)
  } finally {
    await target.close()
  }
})

test('a damaged, shortened or foreign archive changes nothing', async () => {
  const target = await emptyInstallation('damaged')
  const untouched = await contentOf(target.superuserUrl)
  const plain = gunzipSync(archive)
  const at = plain.indexOf('erika@example.org')
  const changed = Buffer.from(plain)
  changed.write('erikb@', at)
  const cases: [string, Buffer, RegExp][] = [
    ['changed byte', gzipSync(changed), /damaged: tables\/platform\.mail_outbox is not what its manifest says/],
    ['cut off', archive.subarray(0, archive.length - 2_000), /damaged|cut off|cannot be read/],
    ['without its end', gzipSync(plain.subarray(0, Math.floor(plain.length / 1024) * 512)), /damaged|cut off|cannot be read/],
    ['no archive', Buffer.from('hello'), /cannot be read/],
  ]
  try {
    for (const [name, bytes, message] of cases) {
      await assert.rejects(target.restore(bytes), message, name)
      assert.deepEqual(await contentOf(target.superuserUrl), untouched, name)
    }
  } finally {
    await target.close()
  }
})

test('a role that does not see every row is refused instead of writing half a backup', async () => {
  await assert.rejects(backup(source.temporary.ownerUrl), /may not read past row level security[\s\S]*bypassrls/)
})

test('tables come after those they refer to, and a ring is named', () => {
  const table = (name: string, ...needs: string[]) => ({ name, needs, columns: [], tenant: true })
  assert.deepEqual(inOrder([table('c', 'b'), table('b', 'a'), table('a')]).map(({ name }) => name), ['a', 'b', 'c'])
  assert.throws(() => inOrder([table('a', 'b'), table('b', 'a')]), /ring: a, b/)
})

test('another release is told apart by its migrations', async () => {
  const target = await emptyDatabase()
  await migrate(target.ownerUrl, testRooms().slice(0, -1))
  try {
    await assert.rejects(readBackup({ backupUrl: target.superuserUrl, files: openDisk(join(folder, 'other'), () => new Date()) }, Readable.from([archive]), () => {}), /made by another release \(platform 0\.1\.0; they differ in/)
  } finally {
    await target.close()
  }
})

test('nothing of the queue, no role and no row that was not there is in the archive', async () => {
  const plain = gunzipSync(archive).toString('latin1')
  assert.doesNotMatch(plain, /tables\/(graphile_worker|jobs)\./)
  const { count } = await source.temporary.read('erlenau', 'platform', (db) => db.one(sql<{ count: number }>`select count(*)::int as count from platform.file where tenant_id = ${db.tenant}`))
  assert.equal(plain.match(/files\/erlenau\/[0-9a-f]{64}\0/g)?.length, count)
})
