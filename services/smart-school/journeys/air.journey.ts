import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const url = (path: string): string => town.url(`/smart-school${path}`, 'aachen')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(url(to))
}

journey('A teacher looks at the air of the lessons and makes a display for the classroom', { javascript: false }, async ({ page, step }) => {
  let address = ''
  await step('sees which lessons had bad air, but not the staff room', async () => {
    await signIn(page, 'lena', '/school/ggs-roetgen/air')
    assert.ok((await page.locator('#air tbody tr').count()) >= 3)
    assert.match(await page.locator('main').innerText(), /3 Räume fehlen hier/)
    assert.equal(await page.locator('#air').getByText('Lehrkräftezimmer').count(), 0)
  })
  await step('sees of a day that is over only what the protected rooms have in common, or why there is nothing', async () => {
    await page.getByRole('link', { name: 'Davor' }).click()
    assert.match(await page.locator('main').innerText(), /Geschützte Räume zusammen\s+(Mittel über 3 Räume|Hier steht nichts: Ein Mittel gibt es nur über mindestens 3 Räume)/)
    await page.goBack()
  })
  await step('reads the day of one room', async () => {
    await page.locator('main').getByRole('link', { name: 'Klasse 4b' }).click()
    assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Klasse 4b/)
    await page.locator('#lesson-table').waitFor()
    await page.goBack()
  })
  await step('forgets to choose a room', async () => {
    await page.getByRole('link', { name: 'Anzeigen für Klassenzimmer' }).click()
    await page.getByRole('button', { name: 'Anzeige anlegen' }).click()
    await page.getByRole('alert').waitFor()
  })
  await step('makes the display', async () => {
    await page.locator('#room').selectOption({ label: 'Klasse 4b' })
    await page.getByRole('button', { name: 'Anzeige anlegen' }).click()
    await page.getByRole('status').waitFor()
    address = (await page.getByRole('link', { name: 'Anzeige für Klasse 4b öffnen' }).first().getAttribute('href')) ?? ''
    assert.match(address, /\/smart-school\/display\/[A-Z0-9-]{14}$/)
  })
  await step('the screen in the room shows it without signing in, and reloads', async () => {
    await page.context().clearCookies()
    await page.goto(address)
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Klasse 4b')
    assert.match(await page.locator('main').innerText(), /ppm CO₂/)
    assert.equal(await page.locator('meta[http-equiv="refresh"]').getAttribute('content'), '60')
    await page.getByRole('link', { name: 'Nicht mehr von selbst neu laden' }).click()
    assert.equal(await page.locator('meta[http-equiv="refresh"]').count(), 0)
  })
  await step('switches it off after a question; the screen finds nothing', async () => {
    await signIn(page, 'lena', '/school/ggs-roetgen/air/displays')
    await page.locator(`a[href$="/revoke"]`).first().click()
    await page.getByRole('button', { name: 'Abschalten' }).click()
    await page.waitForURL(url('/school/ggs-roetgen/air/displays'))
    assert.equal((await page.goto(address))?.status(), 404)
  })
  await step('a caretaker of another school does not see the air of this one', async () => {
    await page.context().clearCookies()
    await signIn(page, 'henning', '/school/marienschule-alsdorf/air')
    assert.equal((await page.goto(url('/school/ggs-roetgen/air')))?.status(), 403)
  })
})
