import assert from 'node:assert/strict'
import { text as readText } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { sql } from 'kysely'
import { listJobs } from '../jobs/queries.ts'
import { eventually, testPlatform, type TestPlatform } from '../jobs/test-platform.ts'
import { startWorker, type Worker } from '../jobs/worker.ts'
import { htmlOf } from './html.ts'
import { withoutAddresses } from './jobs.ts'
import { listMail } from './queries.ts'

const letters: { to: string[]; raw: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(address.startsWith('nobody') ? Object.assign(new Error(`no mailbox ${address} here`), { responseCode: 550 }) : null),
  onData: (stream, session, done) => {
    void readText(stream).then((raw) => {
      letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
      done()
    })
  },
})
let tested: TestPlatform
let worker: Worker
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number } // listening on TCP
  tested = await testPlatform([], [], { mail: { smtp: `smtp://127.0.0.1:${port}`, from: 'stadt@example.org' } })
  worker = await startWorker(tested.platform)
})
after(async () => {
  await worker.stop()
  await tested.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

test('mail of a committed unit arrives once, as text and as HTML, from the town', async () => {
  await tested.temporary.unit('erlenau', 'platform', (db) =>
    tested.platform.mailer.send(db, { to: 'erika@example.org', subject: 'Grüße\r\nBcc: all@example.org', text: 'Guten Tag,\n\nhier geht es weiter: https://example.org/a?b=1&c=2.\n\n<Stadt>', unsubscribe: 'https://example.org/stop?t=1' }),
  )
  await eventually(async () => letters.length === 1)
  const [letter] = letters
  assert.deepEqual(letter?.to, ['erika@example.org'])
  assert.match(letter?.raw ?? '', /^From: Stadt Erlenau <stadt@example\.org>/m)
  assert.match(letter?.raw ?? '', /^Reply-To: rathaus@erlenau\.example\.org/m)
  assert.match(letter?.raw ?? '', /multipart\/alternative/)
  assert.match(letter?.raw ?? '', /^List-Unsubscribe: <https:\/\/example\.org\/stop\?t=1>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  assert.doesNotMatch(letter?.raw.split('\r\n\r\n')[0] ?? '', /^Bcc:/m)
  const [row] = await tested.temporary.read('erlenau', 'platform', (db) => listMail(db, 10))
  await eventually(async () => (await tested.temporary.read('erlenau', 'platform', (db) => listMail(db, 10)))[0]?.sentAt)
  assert.equal(row?.recipient, 'erika@example.org')
})

test('mail of a unit that rolls back is not sent', async () => {
  await assert.rejects(
    tested.temporary.unit('erlenau', 'platform', async (db) => {
      await tested.platform.mailer.send(db, { to: 'a@example.org', subject: 'x', text: 'y' })
      throw new Error('no')
    }),
  )
  assert.equal((await tested.temporary.read('erlenau', 'platform', (db) => listMail(db, 10))).some((mail) => mail.recipient === 'a@example.org'), false)
})

test('a refused address is tried again later, and stands neither in the job nor in its error', async () => {
  await tested.temporary.unit('moorbek', 'platform', (db) => tested.platform.mailer.send(db, { to: 'nobody@example.org', subject: 'x', text: 'y' }))
  const job = await eventually(async () => (await tested.temporary.read('moorbek', 'platform', (db) => listJobs(db, { name: 'platform.send-mail', states: ['failed'] })))[0])
  assert.match(job.error ?? '', /\[address\]/)
  assert.ok(job.runAt.getTime() - Date.now() > 20_000)
  const rows = await tested.temporary.read('moorbek', 'platform', (db) => db.many(sql<{ all: string }>`select row_to_json(j)::text as all from platform.job j where tenant_id = ${db.tenant}`))
  assert.ok(rows.length > 0 && rows.every((row) => !row.all.includes('nobody@')))
})

test('services put mail in and cannot read it', async () => {
  await assert.rejects(
    tested.temporary.read('erlenau', 'open-data', (db) => db.many(sql`select recipient from platform.mail_outbox where tenant_id = ${db.tenant}`)),
    /permission denied/,
  )
})

test('the HTML part repeats the text and nothing more', () => {
  assert.match(htmlOf('a <b>\nc\n\nhttps://example.org/x?y=1&z=2.', 'T'), /<p>a &lt;b&gt;<br>c<\/p>\n<p><a href="https:\/\/example\.org\/x\?y=1&amp;z=2">https:\/\/example\.org\/x\?y=1&amp;z=2<\/a>\.<\/p>/)
  assert.equal(withoutAddresses('550 <erika.muster@example.org>: no'), '550 <[address]>: no')
})
