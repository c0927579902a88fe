import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['citizen-id', 'identity-test-kit'] })

journey('Signing in with the wallet on the same device', { viewport: { width: 360, height: 780 } }, async ({ page, step, javascript }) => {
  // The town is the same for both ways of making the journey; somebody is new there only once.
  const [person, born] = javascript ? [/^MIA BEISPIEL/, /6\. Mai 1994/] : [/^ERIKA MUSTERMANN/, /12\. August 1964/]
  await step('choose the wallet', async () => {
    await page.goto(town.url('/sign-in?return=/account', 'lindenhafen'))
    await page.locator('[data-way="wallet"] a').click()
    assert.match(await page.locator('h1').innerText(), /Brieftasche/)
  })
  await step('ask the wallet on this device', async () => {
    await page.getByRole('button', { name: 'Auf diesem Gerät weiter' }).click()
  })
  await step('see in the wallet who asks and for what', async () => {
    await page.getByRole('link', { name: 'Brieftasche jetzt öffnen' }).click()
    assert.match(await page.locator('h1').innerText(), /fragt nach einem Ausweis/)
  })
  await step('try an expired identity', async () => {
    await page.getByLabel(/ABGELAUFEN/).check()
    await page.getByRole('button', { name: 'Zustimmen und antworten' }).click()
    assert.match(await page.locator('h1').innerText(), /nicht angenommen/)
  })
  await step('read what was wrong and answer with a valid one', async () => {
    await page.goBack()
    await page.goBack()
    await page.reload()
    assert.match(await page.locator('main').innerText(), /abgelaufen/)
    await page.getByRole('link', { name: 'Brieftasche jetzt öffnen' }).click()
    await page.getByLabel(person).check()
    await page.getByRole('button', { name: 'Zustimmen und antworten' }).click()
    assert.match(await page.locator('main').innerText(), born)
  })
  await step('make an account', async () => {
    await page.getByRole('button', { name: 'Zustimmen und Konto anlegen' }).click()
    await page.waitForURL(/\/account/)
    assert.match(await page.locator('main').innerText(), /hoch/)
  })
})

journey('Signing in at a screen with the wallet on another device', { javascript: false }, async ({ page, step }) => {
  const phone = await (await page.context().browser()?.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 }, locale: 'de-DE' }))?.newPage()
  assert.ok(phone)
  await step('show the code', async () => {
    await page.goto(town.url('/sign-in?return=/account', 'lindenhafen'))
    await page.locator('[data-way="wallet"] a').click()
    await page.getByRole('button', { name: 'Code anzeigen' }).click()
    await page.getByRole('link', { name: /nicht mehr selbst neu laden/ }).click()
    await page.getByRole('img', { name: /Kamera/ }).waitFor()
  })
  const number = await page.locator('[data-number]').innerText()
  await phone.goto((await page.locator('[data-wallet-link]').textContent())?.trim() ?? '')
  await phone.getByLabel(/^Sanne Voorbeeld/).check()
  await phone.getByRole('button', { name: 'Zustimmen und antworten' }).click()
  await phone.getByRole('button', { name: number, exact: true }).click()
  assert.match(await phone.locator('h1').innerText(), /Bestätigt/)
  await step('the screen goes on', async () => {
    await page.getByRole('link', { name: /^Weiter, wenn/ }).click()
    await page.waitForURL(/wallet\/return/, { timeout: 15_000 })
    assert.match(await page.locator('main').innerText(), /Sanne/)
  })
  await step('make an account', async () => {
    await page.getByRole('button', { name: 'Zustimmen und Konto anlegen' }).click()
    await page.waitForURL(/\/account/)
    assert.match(await page.locator('main').innerText(), /Sanne Voorbeeld/)
  })
})
