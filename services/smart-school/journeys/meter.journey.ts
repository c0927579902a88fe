import assert from 'node:assert/strict'
import { expectAccessible, journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const home = (path: string): string => town.url(`/smart-school${path}`, 'aachen')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(home(to))
}

async function fillDay(page: Page, daysAgo: number, time: string): Promise<void> {
  const day = new Date(Date.now() - daysAgo * 86_400_000)
  await page.locator('#day').fill(String(day.getDate()))
  await page.locator('#day-month').fill(String(day.getMonth() + 1))
  await page.locator('#day-year').fill(String(day.getFullYear()))
  await page.locator('#time').fill(time)
}

journey('An energy manager enters the register of what the roof feeds in, reads it, exchanges the meter with both registers, and takes all back', { javascript: false }, async ({ page, step }) => {
  let meter = ''
  await step('opens the meter and asks for another register', async () => {
    await signIn(page, 'enya', '/school/gs-breinig/energy?quantity=electricity')
    await page.getByRole('link', { name: 'Stromzähler Hauptanschluss', exact: true }).click()
    meter = page.url()
    assert.equal(await page.locator('#registers').count(), 0, 'one register needs no table of registers')
    await page.getByRole('link', { name: 'Weiteres Zählwerk eintragen' }).click()
    await expectAccessible(page)
  })
  await step('chooses a tariff, which the total contains already', async () => {
    await fillDay(page, 40, '10:30')
    await page.getByLabel('Niedertarif (1.8.2)').check()
    await page.locator('#startReading').fill('0')
    await page.getByRole('button', { name: 'Zählwerk eintragen' }).click()
    assert.match(await page.getByRole('alert').innerText(), /doppelt zählen/)
    assert.equal(await page.locator('#time').inputValue(), '10:30')
  })
  await step('chooses feed-in, which people read', async () => {
    await page.getByLabel('Einspeisung (2.8.0)').check()
    await page.locator('#channel').selectOption({ label: 'Nur Menschen' })
    await page.getByRole('button', { name: 'Zählwerk eintragen' }).click()
    await page.waitForURL('**done=added')
    assert.match(await page.locator('#chain').innerText(), /Einspeisung \(2\.8\.0\)/)
  })
  await step('reads it, and has to say which register first', async () => {
    await page.getByRole('link', { name: 'Stand ablesen und eintragen' }).click()
    await page.locator('#value').fill('320')
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#value').inputValue(), '320')
    await page.getByLabel('Einspeisung (2.8.0)').check()
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    await page.waitForURL('**done=1')
  })
  await step('finds each register and the sum by month', async () => {
    await page.goto(meter)
    const row = page.locator('#register-months tbody tr').first()
    const [, total, fedIn, sum] = (await row.locator('th, td').allInnerTexts()).map((text) => Number(text.replace(/kWh|\./g, '').replace('−', '-').trim()))
    assert.ok(total !== undefined && fedIn !== undefined && sum !== undefined, await row.innerText())
    assert.equal(fedIn, -320)
    assert.ok(Math.abs(total + fedIn - sum) <= 1, `${total} ${fedIn} ${sum}`)
    await expectAccessible(page)
  })
  await step('exchanges the meter with both of its registers, and takes it back', async () => {
    await page.getByRole('link', { name: 'Zählerwechsel eintragen' }).click()
    await fillDay(page, 3, '9:00')
    assert.equal(await page.getByLabel(/Letzter Stand des alten Zählers: Gesamt/).count(), 1)
    await page.getByLabel(/Letzter Stand des alten Zählers: Einspeisung/).fill('3oo')
    await page.locator('#serial').fill('2EMH0011223344')
    await page.getByRole('button', { name: 'Wechsel eintragen' }).click()
    assert.match(await page.getByRole('alert').innerText(), /eine Zahl/)
    await page.getByLabel(/Letzter Stand des alten Zählers: Einspeisung/).fill('300')
    await page.getByRole('button', { name: 'Wechsel eintragen' }).click()
    await page.waitForURL('**done=exchanged')
    assert.equal((await page.locator('#chain').innerText()).match(/2EMH0011223344 zurücknehmen/g)?.length, 2)
    await page.getByRole('link', { name: /2EMH0011223344 zurücknehmen/ }).first().click()
    await page.getByRole('button', { name: 'Zurücknehmen' }).click()
    await page.waitForURL('**done=undone')
    assert.doesNotMatch(await page.locator('#chain').innerText(), /2EMH0011223344/)
  })
  await step('takes the register back', async () => {
    await page.getByRole('link', { name: 'Einspeisung (2.8.0) zurücknehmen' }).click()
    await page.getByRole('button', { name: 'Zurücknehmen' }).click()
    await page.waitForURL('**done=undone')
    assert.equal(await page.locator('#registers').count(), 0)
  })
})
