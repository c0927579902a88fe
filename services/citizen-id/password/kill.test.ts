import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newId, sql } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { findPerson, listLevelEvents } from '../person/queries.ts'
import { findPassword } from './queries.ts'
import { beginRegistration, confirmByLink, findByLink, newSecrets } from './registration.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())

const now = new Date(testMoment)

async function register(userName: string, givenNames = 'Anna'): Promise<{ id: string; token: string }> {
  const [id, secrets] = [newId(now), newSecrets()]
  const form = { givenNames, familyName: 'Probe', email: `${userName}@example.org`, userName }
  await temporary.unit('erlenau', 'citizen-id', (db) => beginRegistration(db, { id, secrets, form, userNameKey: userName, passwordHash: 'x', interaction: undefined, letters: [] }))
  return { id, token: secrets.token }
}

/** What there is of a person: all of it or nothing. */
const traces = (id: string, token: string) =>
  temporary.read('erlenau', 'citizen-id', async (db) => ({
    registration: (await findByLink(db, token)) !== undefined,
    person: (await findPerson(db, id)) !== undefined,
    password: (await findPassword(db, id)) !== undefined,
    level: (await listLevelEvents(db, id)).length,
  }))
const audited = async (id: string): Promise<number> =>
  (await temporary.read('erlenau', 'platform', (db) => db.many(sql`select 1 from platform.audit_entry where tenant_id = ${db.tenant} and subject = ${`person/${id}`}`))).length

const nothing = { registration: true, person: false, password: false, level: 0 }
const everything = { registration: false, person: true, password: true, level: 1 }

async function dieAfter(statements: number, token: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', './app/tsx-hook.ts', join(import.meta.dirname, 'dying-process-for-tests.ts'), temporary.appUrl, testMoment, token, String(statements)], { stdio: ['ignore', 'inherit', 'inherit'] })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  assert.equal(signal, 'SIGKILL')
}

test('a process killed with SIGKILL in the middle of a confirmation leaves no half account, and the confirmation works afterwards', { timeout: 300_000 }, async () => {
  // After the registration is read, the person written, the password, the level; and after the commit.
  const points = [1, 2, 3, 4, 99]
  const left: Awaited<ReturnType<typeof killAt>>[] = []
  while (points.length > 0) left.push(...(await Promise.all(points.splice(0, 2).map(killAt))))
  for (const { id, token, statements, traces: found } of left) {
    assert.deepEqual(found, statements === 99 ? everything : nothing, `after ${statements} statements`)
    assert.equal(await audited(id), statements === 99 ? 1 : 0)
    if (statements !== 99) assert.equal((await temporary.unit('erlenau', 'citizen-id', (db) => confirmByLink(db, token))).outcome, 'made')
    assert.deepEqual(await traces(id, token), everything)
  }
})

async function killAt(statements: number) {
  const registered = await register(`anna-${statements}`)
  await dieAfter(statements, registered.token)
  return { ...registered, statements, traces: await traces(registered.id, registered.token) }
}

test('two confirmations at the same moment make one person, and of two people who want one name the second is asked for another', async () => {
  const { id, token } = await register('bella')
  const outcomes = await Promise.all([1, 2, 3].map(() => temporary.unit('erlenau', 'citizen-id', (db) => confirmByLink(db, token))))
  assert.ok(outcomes.some(({ outcome }) => outcome === 'made'))
  assert.ok(outcomes.every(({ outcome }) => outcome === 'made' || outcome === 'gone'))
  assert.deepEqual(await traces(id, token), everything)
  const second = await register('bella', 'Berta')
  assert.equal((await temporary.unit('erlenau', 'citizen-id', (db) => confirmByLink(db, second.token))).outcome, 'taken')
  assert.deepEqual(await traces(second.id, second.token), nothing, 'what was told is kept for another name')
})
