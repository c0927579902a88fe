import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const home = (path: string): string => town.url(`/smart-school${path}`, 'aachen')

async function signIn(page: Page, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator('form[action$="/demo/tarik"] button').click()
  await page.waitForURL(home(to))
}

/** The value of the choice whose words contain this. */
const choiceOf = async (page: Page, select: string, text: string): Promise<string> => (await page.locator(`${select} option`, { hasText: text }).first().getAttribute('value')) ?? ''

async function fillDay(page: Page, field: string, daysAgo: number): Promise<void> {
  const day = new Date(Date.now() - daysAgo * 86_400_000)
  await page.locator(`#${field}`).fill(String(day.getDate()))
  await page.locator(`#${field}-month`).fill(String(day.getMonth() + 1))
  await page.locator(`#${field}-year`).fill(String(day.getFullYear()))
}

journey('A technician registers a device with mistakes first, and hangs it up', { javascript: false, accessible: false }, async ({ page, step }) => {
  await step('types a number that is none', async () => {
    await signIn(page, '/device/new')
    await page.locator('#eui').fill('02AC-5C00')
    await page.locator('#name').fill('Luftmesser Probe')
    await page.getByRole('button', { name: 'Gerät anlegen' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /16 Ziffern/)
    assert.deepEqual([await page.locator('#eui').inputValue(), await page.locator('#name').inputValue()], ['02AC-5C00', 'Luftmesser Probe'])
  })
  await step('types one that is known', async () => {
    await page.locator('#eui').fill('02AC 5C00 0001 0002')
    await page.getByRole('button', { name: 'Gerät anlegen' }).click()
    assert.match(await page.getByRole('alert').innerText(), /schon angelegt/)
  })
  await step('registers it in a room', async () => {
    await page.locator('#eui').fill('02-AC-5C-00-00-FE-00-01')
    await page.locator('#place').selectOption(await choiceOf(page, '#place', 'GS Breinig: Klasse 1'))
    await page.getByRole('button', { name: 'Gerät anlegen' }).click()
    await page.waitForURL('**/device/02ac5c0000fe0001?news=registered')
    assert.match(await page.locator('#mounting-table').innerText(), /GS Breinig: Klasse 1[\s\S]*heute/)
  })
  await step('imports two at once, of which one line is wrong, so none is made', async () => {
    await page.goto(home('/device/import'))
    await page.locator('#table').fill('02AC5C0000FE0002;Probe zwei;;15;GS Breinig: Klasse 2\n02AC5C0000FE0003;Probe drei;;15;GS Breinig: Klasse 99')
    await page.getByRole('button', { name: 'Alle anlegen' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Zeile 2: Diesen Ort gibt es nicht/)
    await page.goto(home('/device?text=Probe'))
    assert.doesNotMatch(await page.locator('main').innerText(), /Probe zwei/)
  })
})

journey('A technician sees first which devices need attention, and why', { javascript: false, accessible: false }, async ({ page, step }) => {
  const states = () => page.locator('#devices tbody tr td:nth-of-type(1)').allInnerTexts()
  await step('registers one that nobody hung up rightly: without a codec', async () => {
    await signIn(page, '/device/new')
    await page.locator('#eui').fill('02-AC-5C-00-00-FE-00-09')
    await page.locator('#name').fill('Zettel am Gerät')
    await page.locator('#place').selectOption(await choiceOf(page, '#place', 'GS Breinig: Klasse 1'))
    await page.getByRole('button', { name: 'Gerät anlegen' }).click()
    await page.waitForURL('**/device/02ac5c0000fe0009?news=registered')
  })
  await step('looks at the list: what is in order stands behind it', async () => {
    await page.goto(home('/device'))
    const [first] = await states()
    assert.doesNotMatch(first ?? '', /in Ordnung/)
  })
  await step('asks for what is to be seen to', async () => {
    await page.getByRole('link', { name: /zu prüfen/ }).click()
    await page.waitForURL('**/device?state=attention&page=1')
    const shown = await states()
    assert.ok(shown.length > 0 && shown.every((state) => !/in Ordnung|auf Lager|ausgemustert/.test(state)), shown.join(' | '))
    assert.match(await page.locator('#devices tr', { hasText: 'Zettel am Gerät' }).innerText(), /ohne Codec[\s\S]*noch nie gesendet/)
  })
})

journey('A technician enters that a sensor was moved, sees beforehand what follows it, and takes it back', { javascript: false, accessible: false }, async ({ page, step }) => {
  await step('chooses the device', async () => {
    await signIn(page, '/device/move')
    await page.locator('#device').selectOption('02ac5c0000010002')
    await page.getByRole('button', { name: 'Weiter' }).click()
  })
  await step('forgets the place and is asked for it', async () => {
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('alert').waitFor()
    await page.locator('#place').selectOption(await choiceOf(page, '#place', 'GGS Roetgen: Klasse 1b'))
    await page.getByRole('button', { name: 'Weiter' }).click()
  })
  await step('says since when, in the future first', async () => {
    await fillDay(page, 'sinceDay', -3)
    await page.locator('#sinceTime').fill('7:30')
    await page.getByRole('button', { name: 'Weiter' }).click()
    assert.match(await page.getByRole('alert').innerText(), /liegt noch vor uns/)
    await fillDay(page, 'sinceDay', 1)
    await page.locator('#sinceTime').fill('7.30 Uhr')
    await page.getByRole('button', { name: 'Weiter' }).click()
  })
  let moved = 0
  await step('sees what would move', async () => {
    const title = await page.locator('.mr-note__title', { hasText: 'ziehen um' }).innerText()
    moved = Number(/([\d.]+) Messungen/.exec(title)?.[1]?.replace('.', ''))
    assert.ok(moved > 50)
    assert.match(await page.locator('#shifts').innerText(), /GGS Roetgen: Klasse 1a[\s\S]*GGS Roetgen: Klasse 1b/)
  })
  await step('enters it', async () => {
    await page.getByRole('button', { name: 'So eintragen' }).click()
    await page.waitForURL('**/device/02ac5c0000010002?news=moved**')
    assert.match(await page.getByRole('status').innerText(), new RegExp(`${moved} Messungen sind mitgezogen`))
    assert.match(await page.locator('#mounting-table').innerText(), /Klasse 1b[\s\S]*heute[\s\S]*Klasse 1a/)
  })
  await step('takes it back by the same way', async () => {
    await page.getByRole('link', { name: 'Rückgängig machen' }).click()
    await page.getByRole('button', { name: 'So eintragen' }).click()
    assert.match(await page.getByRole('status').innerText(), new RegExp(`${moved} Messungen sind mitgezogen`))
    assert.doesNotMatch(await page.locator('#mounting-table').innerText(), /Klasse 1b/)
  })
})
