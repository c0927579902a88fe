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

/** The amounts of the year as the table below the picture says them. */
const yearOf = async (page: Page): Promise<string> => await page.locator('#months-finding').innerText()

journey('An energy manager enters an exchange afterwards, sees the year mended, and takes it back', { javascript: false }, async ({ page, step }) => {
  let before = ''
  await step('opens the meter from the school’s page', async () => {
    await signIn(page, 'enya', '/school/gs-breinig/energy?quantity=electricity')
    await page.getByRole('link', { name: 'Stromzähler Hauptanschluss', exact: true }).click()
    before = await yearOf(page)
  })
  await step('forgets the number and gives an impossible reading', async () => {
    await page.getByRole('link', { name: 'Zählerwechsel eintragen' }).click()
    const day = new Date(Date.now() - 60 * 86_400_000)
    await page.locator('#day').fill(String(day.getDate()))
    await page.locator('#day-month').fill(String(day.getMonth() + 1))
    await page.locator('#day-year').fill(String(day.getFullYear()))
    await page.locator('#time').fill('10:30')
    await page.locator('#newReading').fill('viel')
    await page.getByRole('button', { name: 'Wechsel eintragen' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#time').inputValue(), '10:30')
  })
  await step('corrects it', async () => {
    await page.locator('#serial').fill('1EMH0099887766')
    await page.locator('#newReading').fill('0')
    await page.getByRole('button', { name: 'Wechsel eintragen' }).click()
    await page.waitForURL('**done=exchanged')
    assert.match(await page.getByRole('status').innerText(), /neu berechnet/)
    assert.notEqual(await yearOf(page), before, 'the readings after the exchange now begin at zero')
  })
  await step('takes it back', async () => {
    await page.getByRole('link', { name: /1EMH0099887766 zurücknehmen/ }).click()
    await page.getByRole('button', { name: 'Zurücknehmen' }).click()
    await page.waitForURL('**done=undone')
    assert.equal(await yearOf(page), before)
  })
})

journey('A school reads its fifty/fifty statement, opens a number, and enters what a class did', { javascript: false }, async ({ page, step }) => {
  await step('opens the account', async () => {
    await signIn(page, 'selma', '/school/ggs-roetgen/energy')
    await page.getByRole('link', { name: /Fifty\/fifty/ }).click()
    assert.match(await page.locator('main').innerText(), /Abgeschlossen am/)
  })
  await step('opens the payout and sees how it was computed', async () => {
    await page.locator('#line-payout summary').click()
    assert.match(await page.locator('#line-payout').innerText(), /€ \+ .*€ = .*€/)
  })
  await step('enters an activity without saying what', async () => {
    await page.getByText('Aktivität eintragen').first().click()
    const yesterday = new Date(Date.now() - 86_400_000)
    await page.locator('#onDay').fill(String(yesterday.getDate()))
    await page.locator('#onDay-month').fill(String(yesterday.getMonth() + 1))
    await page.locator('#onDay-year').fill(String(yesterday.getFullYear()))
    await page.locator('#points').fill('5')
    await page.getByRole('button', { name: 'Aktivität eintragen' }).click()
    await page.getByRole('alert').waitFor()
  })
  await step('says what; for a year without an account it would never be paid, so that is refused', async () => {
    await page.locator('#activity').fill('Lichtdienst der Klasse 3a für vier Wochen')
    const year = await page.locator('#onDay-year').inputValue()
    await page.locator('#onDay-year').fill('2015')
    await page.getByRole('button', { name: 'Aktivität eintragen' }).click()
    await page.locator('#onDay-error').waitFor()
    assert.match(await page.locator('#onDay-error').innerText(), /kein Konto/)
    assert.match(await page.locator('#activity').inputValue(), /Lichtdienst/)
    await page.locator('#onDay-year').fill(year)
    await page.getByRole('button', { name: 'Aktivität eintragen' }).click()
    await page.waitForURL('**done=activity')
    assert.match(await page.locator('main').innerText(), /Lichtdienst der Klasse 3a/)
  })
})

journey('An energy manager opens the account of another school, with a line that cannot be read first', { javascript: false }, async ({ page, step }) => {
  await step('finds that the school takes no part', async () => {
    await signIn(page, 'enya', '/school/gs-breinig/fifty-fifty')
    await page.getByRole('link', { name: 'Konto eröffnen' }).click()
  })
  await step('forgets the degree days of heat', async () => {
    await page.locator('#baseline').fill('Wärme; 2023; 350000; ; Rechnung\nStrom; 2023; 33000; ; Rechnung')
    await page.getByRole('button', { name: 'Konto eröffnen' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /Zeile 1/)
    assert.match(await page.locator('#baseline').inputValue(), /33000/)
  })
  await step('compares with a year to come, corrects it, and reads what is still missing', async () => {
    await page.locator('#baseline').fill('Wärme; 2099; 350000; 3600; Rechnung')
    await page.getByRole('button', { name: 'Konto eröffnen' }).click()
    await page.locator('#baseline-error').waitFor()
    assert.match(await page.locator('#baseline-error').innerText(), /vor dem ersten Jahr[\s\S]*2099/)
    await page.locator('#baseline').fill('Wärme; 2023; 350000; 3600; Rechnung\nStrom; 2023; 33000; ; Rechnung')
    await page.getByRole('button', { name: 'Konto eröffnen' }).click()
    await page.waitForURL('**done=opened')
    assert.match(await page.locator('main').innerText(), /noch nicht ganz gemessen/)
  })
})
