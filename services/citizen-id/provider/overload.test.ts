import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser } from '../sign-in/browser-for-tests.ts'
import { issuerIn, registered } from './client-for-tests.ts'
import { openGate, tokenLimits } from './overload.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'], config: { logLevel: 'fatal' } })))
after(() => town.close())

test('a gate never lets in more than it may, and is as open as before when all have left', () => {
  const limits = { most: 8, mostWhenLate: 2, late: 500 }
  fc.assert(
    fc.property(fc.array(fc.record({ comes: fc.boolean(), lag: fc.nat(1_000) }), { maxLength: 200 }), (steps) => {
      let [inside, lag] = [0, 0]
      const gate = openGate(limits, () => lag)
      for (const step of steps) {
        lag = step.lag
        const free = inside < (lag > limits.late ? limits.mostWhenLate : limits.most)
        if (step.comes) {
          assert.equal(gate.enter(), free)
          if (free) inside++
        } else if (inside > 0) {
          gate.leave()
          inside--
        }
      }
      for (; inside > 0; inside--) gate.leave()
      lag = 0
      for (let n = 0; n < limits.most; n++) assert.ok(gate.enter())
      assert.ok(!gate.enter())
    }),
  )
})

type Answers = { counts: Record<string, number>; withoutAdvice: number }

async function load(address: string, { atOnce, milliseconds, form, authorization }: { atOnce: number; milliseconds: number; form: string; authorization: string }): Promise<Answers> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load-for-tests.ts'), address, String(atOnce), String(milliseconds), form, authorization], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const part of child.stdout) text += String(part)
  return JSON.parse(text) as Answers // what load-for-tests.ts prints
}

test('ten times the load: some are answered, the others are told when to come again, and who was signed in still is', async () => {
  const browser = plainBrowser()
  await browser.open(town.url('/sign-in?return=/account', 'aachen'))
  await browser.send('/demo/mia')
  const { clientId, secret = '' } = await registered(town, { machine: true })
  const token = `${issuerIn(town).href}/token`
  const asked = { form: 'grant_type=client_credentials', authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64')}` }
  // What fits is answered, all of it.
  const calm = await load(token, { ...asked, atOnce: 4, milliseconds: 500 })
  assert.deepEqual(Object.keys(calm.counts), ['200'])

  const storm = await load(token, { ...asked, atOnce: 10 * tokenLimits.most, milliseconds: 3_000 })
  assert.deepEqual(Object.keys(storm.counts).filter((what) => what !== '200' && what !== '503'), [], JSON.stringify(storm.counts))
  assert.ok((storm.counts['200'] ?? 0) > 0, 'somebody is answered')
  assert.ok((storm.counts['503'] ?? 0) > 0, 'not everybody is')
  assert.equal(storm.withoutAdvice, 0)

  // Calm again within five seconds: the same load as before is answered in full.
  const over = performance.now()
  let after = await load(token, { ...asked, atOnce: 4, milliseconds: 200 })
  while (Object.keys(after.counts).join() !== '200' && performance.now() - over < 5_000) {
    await sleep(100)
    after = await load(token, { ...asked, atOnce: 4, milliseconds: 200 })
  }
  assert.deepEqual(Object.keys(after.counts), ['200'])
  await browser.open('/account')
  assert.match(browser.page.text, /Mia Beispiel/)
  await browser.open(town.url('/sign-in?return=/account&level=substantial', 'aachen'))
  assert.equal(browser.page.url.pathname, '/account', 'the session of the provider is there, too')
})
