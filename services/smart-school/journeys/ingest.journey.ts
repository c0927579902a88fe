import assert from 'node:assert/strict'
import { request } from 'node:http'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const home = (path: string): string => town.url(`/smart-school${path}`, 'aachen')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(home(to))
}

/** What a network server does; it finds the town by its name, which this machine cannot look up. */
const send = (secret: string, event: string): Promise<[number | undefined, unknown]> =>
  new Promise((resolve, reject) => {
    const { host, port, pathname } = new URL(home('/webhook/chirpstack'))
    const sending = request({ host: '127.0.0.1', port, path: `${pathname}?event=up`, method: 'POST', headers: { host, authorization: `Bearer ${secret}`, 'content-type': 'application/json' } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve([answer.statusCode, JSON.parse(text)]))
    })
    sending.on('error', reject).end(event)
  })

journey('A technician connects a network server; a message of an unknown device lies in the quarantine with a way to register it', {}, async ({ page, step, javascript }) => {
  const name = `Server ${javascript ? 'mit' : 'ohne'} Skript`
  let secret = ''
  await step('creates a source, with a mistake first', async () => {
    await signIn(page, 'tarik', '/source/new')
    await page.locator('#name').fill('a/b')
    await page.locator('input[name=kind][value=chirpstack]').check()
    await page.getByRole('button', { name: 'Quelle anlegen' }).click()
    await page.getByRole('alert').waitFor()
    await page.locator('#name').fill(name)
    await page.getByRole('button', { name: 'Quelle anlegen' }).click()
    secret = (await page.locator('main pre code').first().innerText()).trim()
    assert.match(secret, /^[\w-]{27}$/)
  })
  await step('the server sends by webhook', async () => {
    const event = JSON.stringify({ time: new Date().toISOString(), deviceInfo: { devEui: javascript ? '70b3d5000000aa01' : '70b3d5000000aa02' }, devAddr: '01a2b3c4', fCnt: 1, fPort: 5, data: 'AQDV' })
    assert.deepEqual(await send(secret, event), [200, { outcome: 'refused', reason: 'unknown-device' }])
    assert.equal((await send('wrong', '{}'))[0], 401)
  })
  await step('finds it in the quarantine', async () => {
    await page.goto(home('/quarantine?reason=unknown-device'))
    assert.ok((await page.getByRole('link', { name: 'Gerät anmelden' }).count()) > 0)
  })
})

journey('A caretaker reads a meter; a lower value is asked about, and stored when confirmed', { javascript: false }, async ({ page, step }) => {
  await step('chooses the meter', async () => {
    await signIn(page, 'henning', '/meter-reading/new')
    await page.locator('.mr-result a').first().click()
  })
  await step('types no number, then a reading', async () => {
    await page.locator('#value').fill('viel')
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    await page.getByRole('alert').first().waitFor()
    await page.locator('#value').fill('900000000,5')
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    const asked = page.getByRole('button', { name: 'Ja, so steht es da' })
    if ((await asked.count()) > 0) await asked.click()
    await page.getByRole('status').filter({ hasText: 'gespeichert' }).waitFor()
  })
  await step('a lower one is a question', async () => {
    await page.locator('#value').fill('1')
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    assert.match(await page.locator('main').innerText(), /Stimmt dieser Stand/)
    await page.getByRole('button', { name: 'Ja, so steht es da' }).click()
    await page.getByRole('status').filter({ hasText: 'gespeichert' }).waitFor()
  })
})
