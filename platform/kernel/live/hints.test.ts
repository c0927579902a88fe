import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool, temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { listen, type Listener } from '../database/index.ts'
import { hint, openLive } from './hints.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())

type Process = { heard: string[]; again: number; listener: Listener; ready: Promise<void> }

/** What a process of the platform does with its listening connection. */
function process(service = 'platform'): Process {
  const live = openLive()
  const it: Partial<Process> & Pick<Process, 'heard' | 'again'> = { heard: [], again: 0 }
  live.hear(service, { onHint: (text) => it.heard.push(text), onAgain: () => it.again++ })
  it.ready = new Promise((resolve) => {
    it.listener = listen(temporary.appUrl, {
      channels: ['live'],
      onHint: (_channel, payload) => live.onHint(payload),
      onConnected: () => {
        live.onConnected()
        resolve()
      },
    })
  })
  return it as Process
}

const until = async (holds: () => boolean) => {
  for (let tries = 0; tries < 200 && !holds(); tries++) await sleep(25)
  assert.ok(holds())
}

test('a hint reaches every process that listens for the service, after the commit and never after a rollback', async () => {
  const [one, two, foreign] = [process(), process(), process('open-data')]
  await Promise.all([one.ready, two.ready, foreign.ready])
  await assert.rejects(temporary.unit('erlenau', 'platform', async (db) => {
    await hint(db, 'lost')
    throw new Error('rolled back')
  }))
  await temporary.unit('erlenau', 'platform', (db) => hint(db, 'new 1'))
  await until(() => one.heard.length > 0 && two.heard.length > 0)
  assert.deepEqual([one.heard, two.heard, foreign.heard], [['new 1'], ['new 1'], []])
  for (const { listener } of [one, two, foreign]) await listener.close()
})

test('whoever lost the connection is told so, to read what was missed', async () => {
  const one = process()
  await one.ready
  assert.equal(one.again, 0)
  const superuser = openPool(temporary.superuserUrl, { name: 'test-cut', size: 1 })
  await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listener' and datname = current_database()`)
  await superuser.end()
  await until(() => one.again === 1)
  await temporary.unit('erlenau', 'platform', (db) => hint(db, 'after'))
  await until(() => one.heard.includes('after'))
  await one.listener.close()
})

test('a hint is short', async () => {
  await assert.rejects(temporary.unit('erlenau', 'platform', (db) => hint(db, 'x'.repeat(7_901))), RangeError)
  await temporary.unit('erlenau', 'platform', (db) => hint(db, 'x'.repeat(7_900)))
})
