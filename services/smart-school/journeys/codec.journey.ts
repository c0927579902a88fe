import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const home = (path: string): string => town.url(`/smart-school${path}`, 'aachen')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(home(to))
}

const program = (divisor: number): string => `function Decoder(bytes, port) {
  return { temperature: (bytes[0] * 256 + bytes[1]) / ${divisor}, bat_mv: bytes[2] * 20 }
}`
const examples = '[{ "name": "Klasse 5", "bytes": "00 d7 b4", "fPort": 2, "data": { "temperature": 21.5, "bat_mv": 3600 } }]'

journey('A technician writes a codec whose example fails, sees why, mends it and puts it into use', {}, async ({ page, step, javascript }) => {
  const model = javascript ? 'Fühler mit Skript' : 'Fühler ohne Skript'
  const address = `/codec/eigenbau-${javascript ? 'fuehler-mit-skript' : 'fuehler-ohne-skript'}`
  await step('opens the list and the form', async () => {
    await signIn(page, 'tarik', '/codec')
    assert.equal(await page.locator('#codecs tbody tr').count(), 40, 'a page of the list')
    await page.goto(home('/codec?page=3'))
    assert.ok((await page.locator('#codecs tbody tr').count()) >= 9)
    await page.locator('#text').fill('vicki')
    await page.getByRole('button', { name: 'Suchen' }).click()
    assert.match(await page.locator('#codecs tbody').innerText(), /^MClimate Vicki/)
    await page.getByRole('link', { name: 'Eigenen Codec schreiben' }).click()
    await page.waitForURL(home('/codec/new'))
  })
  await step('forgets brackets in the examples and is told, with everything kept', async () => {
    await page.locator('#name').fill('Eigenbau')
    await page.locator('#maker').fill('Eigenbau')
    await page.locator('#model').fill(model)
    await page.locator('#program').fill(program(100))
    await page.locator('#mapping').fill('temperature = temperature\nbat_mv = battery * 0.001')
    await page.locator('#examples').fill('"bytes": "00 d7"')
    await page.getByRole('button', { name: 'Speichern und Beispiele prüfen' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /kein JSON/)
    assert.equal(await page.locator('#program').inputValue(), program(100))
  })
  await step('saves and sees which value came out wrong', async () => {
    await page.locator('#examples').fill(examples)
    await page.getByRole('button', { name: 'Speichern und Beispiele prüfen' }).click()
    await page.waitForURL(home(`${address}?version=1&saved=1`))
    assert.match(await page.locator('#examples').innerText(), /temperature: erwartet 21\.5, herausgekommen 2\.15/)
    assert.equal(await page.getByRole('button', { name: 'In Betrieb nehmen' }).count(), 0)
  })
  await step('mends the program', async () => {
    await page.getByRole('link', { name: 'Neue Fassung schreiben' }).click()
    await page.locator('#program').fill(program(10))
    await page.locator('#note').fill('Zehntelgrad')
    await page.getByRole('button', { name: 'Speichern und Beispiele prüfen' }).click()
    await page.waitForURL(home(`${address}?version=2&saved=2`))
    assert.match(await page.locator('#examples').innerText(), /bestanden/)
  })
  await step('puts it into use', async () => {
    await page.getByRole('button', { name: 'In Betrieb nehmen' }).click()
    await page.waitForURL(home(`${address}?activated=2`))
    assert.match(await page.getByRole('status').first().innerText(), /Fassung 2 ist in Betrieb/)
  })
  await step('tries out a message', async () => {
    await page.locator('#bytes').fill('00 be aa')
    await page.getByRole('button', { name: 'Lesen', exact: true }).click()
    await page.locator('#measures').waitFor()
    assert.match(await page.locator('#measures').innerText(), /3,4\sV[\s\S]*19\s°C/)
  })
  await step('reads old messages again; there are none, so nothing would change', async () => {
    await page.getByRole('link', { name: 'Alte Nachrichten neu lesen' }).click()
    await page.getByRole('button', { name: 'Vergleichen' }).click()
    await page.waitForURL(/\/replay\/[0-9a-f-]{36}/)
    for (let tries = 0; tries < 60 && !/Nichts würde sich ändern/.test(await page.locator('h1').innerText()); tries++) {
      await page.waitForTimeout(500)
      await page.goto(page.url())
    }
    assert.match(await page.locator('h1').innerText(), /Nichts würde sich ändern/)
  })
})
