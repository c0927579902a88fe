import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool, temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { listen, type Listener } from '../database/index.ts'
import { openLive, type Live } from './hints.ts'
import { notifyAll } from './queries.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())

type Process = { heard: string[]; again: number; live: Live; listener: Listener; ready: Promise<void> }

/** What a process of the platform does with its listening connection. */
function process(service = 'platform'): Process {
  const live = openLive((hints) => temporary.unit('erlenau', 'platform', (db) => notifyAll(db, hints)))
  const it: Partial<Process> & Pick<Process, 'heard' | 'again'> = { heard: [], again: 0, live }
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

test('a hint reaches every process that listens for the service, in order, also when many are told at once', async () => {
  const [one, two, foreign] = [process(), process(), process('open-data')]
  await Promise.all([one.ready, two.ready, foreign.ready])
  const told = Array.from({ length: 1_200 }, (_, n) => `new ${n}`)
  for (const text of told) one.live.tell('platform', text)
  await until(() => one.heard.length >= told.length && two.heard.length >= told.length)
  assert.deepEqual([one.heard, two.heard, foreign.heard], [told, told, []])
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
  one.live.tell('platform', 'after')
  await until(() => one.heard.includes('after'))
  await one.listener.close()
})

test('a hint is short, and a database that is away stops nobody', async () => {
  const lost = openLive(() => Promise.reject(new Error('away')))
  assert.throws(() => lost.tell('platform', 'x'.repeat(7_901)), RangeError)
  lost.tell('platform', 'x'.repeat(7_900))
  await sleep(10)
  lost.tell('platform', 'y')
})
