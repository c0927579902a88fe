import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import type { Envelope } from '../crypto/schema.ts'
import { beginning, hire, newPerson, says, type Talk, type TestConfidant } from './parties-for-tests.ts'
import { post as postEnvelope } from './post.ts'
import { startCase } from './start.ts'

const post = async (...args: Parameters<typeof postEnvelope>) => {
  const posted = await postEnvelope(...args)
  return 'seq' in posted ? { seq: posted.seq } : posted
}

let temporary: TemporaryDatabase
let vera: TestConfidant
let folder: string
before(async () => {
  temporary = await temporaryDatabase()
  vera = await temporary.unit('erlenau', 'help-chat', (db) => hire(db))
  folder = mkdtempSync(join(tmpdir(), 'modellregion-kill-'))
})
after(async () => {
  await temporary.close()
  rmSync(folder, { recursive: true, force: true })
})

let spent = 0
async function begin(): Promise<Talk> {
  const person = await newPerson()
  const { body, talk } = await beginning('erlenau', person, { challenge: { salt: '', difficulty: 4, expires: 0, signature: '' }, solution: [] }, { readers: [vera] })
  await temporary.unit('erlenau', 'help-chat', (db) => startCase(db, body, Buffer.from(person.lookup, 'base64url'), { hash: Buffer.from(String(spent++).padStart(32, '0')), expiresAt: new Date(testMoment) }))
  return talk
}

/** Numbers that the process acknowledged before it died. */
async function dieWhile(envelopes: readonly Envelope[], fatal: number, statements: number): Promise<number[]> {
  const file = join(folder, `${envelopes[0]?.case}.json`)
  writeFileSync(file, JSON.stringify(envelopes))
  const child = spawn(process.execPath, ['--import', './app/tsx-hook.ts', join(import.meta.dirname, 'dying-process-for-tests.ts'), temporary.appUrl, testMoment, file, String(fatal), String(statements)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (part) => (said += String(part)))
  const [, signal] = (await once(child, 'close')) as [number | null, string | null] // as documented for this event
  assert.equal(signal, 'SIGKILL')
  return said.trim().split('\n').map(Number)
}

const kept = (id: string) =>
  temporary.read('erlenau', 'help-chat', async (db) => ({
    seqs: (await db.many<{ seq: number }>(sql`select seq from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${id} order by seq`)).map(({ seq }) => seq),
    head: (await db.one<{ seq: number }>(sql`select head_seq as seq from help_chat.case_file where tenant_id = ${db.tenant} and id = ${id}`)).seq,
  }))

test('a process killed in the middle of an envelope loses nothing that it acknowledged, keeps no half of it, and the sender sends it again', { timeout: 300_000 }, async () => {
  await Promise.all([5, 99].map(async (statements) => {
    let talk = await begin()
    const id = talk.person.case
    const envelopes: Envelope[] = []
    for (let n = 0; n < 4; n++) {
      const next = says(talk)
      envelopes.push(next.envelope)
      talk = next.talk
    }
    assert.deepEqual(await dieWhile(envelopes, 3, statements), [1, 2])
    const last = statements === 99 ? 3 : 2
    assert.deepEqual(await kept(id), { seqs: [0, 1, 2, 3].slice(0, last + 1), head: last }, `after ${statements} statements`)
    for (const envelope of envelopes.slice(2)) assert.deepEqual(await temporary.unit('erlenau', 'help-chat', (db) => post(db, id, 'person', { envelope })), { seq: envelope.seq })
    assert.deepEqual((await kept(id)).seqs, [0, 1, 2, 3, 4])
  }))
})
