import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['citizen-id', 'identity-test-kit'] })
const at = (path: string) => town.url(path, 'hohenried')

/** A device that asks for finger, face or PIN, made by Chromium. */
async function authenticator(page: Page): Promise<{ verified(is: boolean): Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { verified: async (is) => void (await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: is })) }
}

async function enter(page: Page, person: string, to: string): Promise<void> {
  await page.goto(at(`/sign-in?return=${encodeURIComponent(to)}`))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(at(to))
}

journey('A screen without script is signed in by the Pass on a phone', { javascript: false }, async ({ page, step }) => {
  const phone = await (await page.context().browser()?.newContext({ viewport: { width: 360, height: 780 }, locale: 'de-DE' }))?.newPage()
  assert.ok(phone)
  const device = await authenticator(phone)
  await enter(phone, 'mia', '/pass/set-up')
  await phone.getByLabel('Name des Handys').fill('Mein Handy')
  await phone.locator('#make-key').click()
  await phone.waitForURL(/\/pass\?done=set-up/)

  await step('the screen shows a code', async () => {
    await page.goto(at('/sign-in?return=/account'))
    await page.locator('[data-way="pass"] a').click()
    await page.locator('[data-code]').waitFor()
    await page.getByRole('link', { name: /nicht mehr selbst neu laden/ }).click()
  })
  const code = await page.locator('[data-code]').innerText()
  await phone.getByLabel('Code vom Bildschirm').fill(code.toLowerCase())
  await phone.locator('#open-code').click()
  await phone.waitForURL(/\/pass\/request\//)
  assert.match(await phone.locator('main').innerText(), /Wo und wann/)
  await step('the screen shows the number as soon as a phone has the code', async () => {
    await page.getByRole('link', { name: /^Weiter, wenn/ }).click()
    await page.locator('[data-number]').waitFor()
  })
  const number = await page.locator('[data-number]').innerText()

  // First without a number, then with a finger that the phone does not know.
  await phone.locator('#approve').click()
  assert.match(await phone.getByRole('alert').innerText(), /zuerst die Zahl/)
  await phone.getByLabel(number, { exact: true }).check()
  await device.verified(false)
  await phone.locator('#approve').click()
  await phone.getByText('Das Gerät hat nicht bestätigt').waitFor()
  await device.verified(true)
  await phone.locator('#approve').click()
  await phone.waitForURL(/\/pass\/answered\/approved/)

  await step('the screen goes on', async () => {
    await page.getByRole('link', { name: /^Weiter, wenn/ }).click()
    await page.waitForURL(at('/account'))
    assert.match(await page.locator('main').innerText(), /Mia Beispiel/)
  })
})

journey('Setting up a passkey, signing in with it, and reporting it as lost', { javascript: true, viewport: { width: 360, height: 780 } }, async ({ page, step }) => {
  const device = await authenticator(page)
  await step('sign in once and set up a passkey', async () => {
    await enter(page, 'eva', '/citizen-id/devices/new')
    await page.getByLabel('Name des Geräts').fill('Mein Rechner')
    await page.locator('#make-key').waitFor()
  })
  await step('see it in the list', async () => {
    await page.locator('#make-key').click()
    await page.waitForURL(/done=added/)
    assert.match(await page.locator('main').innerText(), /Mein Rechner/)
  })
  await page.context().clearCookies()
  await step('choose the passkey; a wrong finger changes nothing', async () => {
    await device.verified(false)
    await page.goto(at('/sign-in?return=/citizen-id/devices'))
    await page.locator('[data-way="passkey"] a').click()
    await page.locator('#use-key').click()
    await page.getByText('Das Gerät hat nicht bestätigt').waitFor()
  })
  await step('sign in with it, and open the device', async () => {
    await device.verified(true)
    await page.locator('#use-key').click()
    await page.waitForURL(at('/citizen-id/devices'))
    await page.getByRole('link', { name: 'Mein Rechner' }).click()
    await page.waitForURL(/\/citizen-id\/devices\/[0-9a-f-]{36}$/)
  })
  await step('report it as lost: everything ends', async () => {
    await page.locator('#lost-go').click()
    await page.waitForURL(at('/citizen-id/device-lost'))
  })
  await step('it does not sign in any more', async () => {
    await page.goto(at('/sign-in?return=/account'))
    // The virtual authenticator may answer the autofill of the user name field by itself; either way the key is refused.
    await page.waitForURL(/\/passkey$/, { timeout: 3_000 }).catch(() => page.locator('[data-way="passkey"] a').click())
    if (!(await page.getByText('kennen wir nicht').isVisible())) await page.locator('#use-key').click()
    await page.getByText('kennen wir nicht').waitFor()
    assert.match(await page.locator('main').innerText(), /kennen wir nicht/)
  })
})
