import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['citizen-id', 'identity-test-kit'] })
const at = (path: string): string => town.url(path, 'hohenried')

/** Moves by Tab until the control with this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: 'textbox' | 'button' | 'link' = 'textbox'): Promise<void> {
  const wanted = role === 'textbox' ? page.getByLabel(name, { exact: typeof name === 'string' }).first() : page.getByRole(role, { name }).first()
  await wanted.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches "${name}" on ${page.url()}.`)
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

async function press(page: Page, name: string | RegExp, role: 'button' | 'link'): Promise<void> {
  await tabTo(page, name, role)
  await page.keyboard.press('Enter')
}

journey('At 75, with the keyboard alone: makes an account in the middle of a form, confirms it by mail, and is back at the form', {}, async ({ page, step, javascript }) => {
  const userName = javascript ? 'heinz.tastatur' : 'herta.tastatur'
  const mail = `${userName}@example.org`
  const password = 'Kartoffel Regen Uhr'
  let code = ''
  await step('wants to see the own account and is asked to sign in', async () => {
    await page.goto(at('/account'))
    await page.waitForURL('**/citizen-id/sign-in/**')
  })
  await step('has no account yet', async () => {
    await press(page, 'Konto anlegen', 'link')
    await page.waitForURL('**/citizen-id/register?from=**')
  })
  await step('forgets half of it and is told what, with everything kept', async () => {
    await type(page, 'Vorname', 'Heinz')
    await type(page, 'Nachname', 'Tastatur')
    await type(page, 'E-Mail-Adresse', 'heinz')
    await type(page, 'Passwort', 'heinz')
    await press(page, 'Weiter zur Bestätigung', 'button')
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Fehler: /)
    assert.equal(await page.locator('#givenNames').inputValue(), 'Heinz')
    assert.equal(await page.locator('#password').inputValue(), '', 'a password is not sent back')
  })
  await step('corrects it', async () => {
    await type(page, 'E-Mail-Adresse', mail)
    await type(page, 'Anmeldename', userName)
    await type(page, 'Passwort', password)
    await type(page, 'Passwort wiederholen', password)
    await press(page, 'Weiter zur Bestätigung', 'button')
    await page.waitForURL('**/citizen-id/register/confirm/**')
  })
  await step('reads the code in the letter', async () => {
    const letters = await page.context().newPage()
    await letters.goto(at('/demo/mail'))
    const letter = await letters.locator('section', { hasText: mail }).first().innerText()
    code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(letter)?.[0] ?? ''
    await letters.close()
    assert.notEqual(code, '')
  })
  await step('types it', async () => {
    await type(page, 'Code', code.toLowerCase())
    await press(page, 'Bestätigen', 'button')
    await page.getByRole('heading', { name: 'Das Konto ist angelegt' }).waitFor()
  })
  await step('goes on to the sign-in that still waits', async () => {
    await press(page, 'Jetzt anmelden', 'link')
    await page.waitForURL('**/citizen-id/sign-in/**')
    assert.match(await page.getByRole('status').first().innerText(), /angelegt/)
  })
  await step('mistypes the password once', async () => {
    await type(page, 'Anmeldename', userName.toUpperCase())
    await type(page, 'Passwort', 'kartoffel regen uhr')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#userName').inputValue(), userName.toUpperCase())
  })
  await step('signs in and is where the way began', async () => {
    await type(page, 'Passwort', password)
    await page.keyboard.press('Enter')
    await page.waitForURL(at('/account'))
    assert.match(await page.locator('main').innerText(), /Heinz Tastatur/)
  })
})

journey('Whoever has forgotten the password finds the ways back', { javascript: false }, async ({ page, step }) => {
  await step('the way back stands beside the password', async () => {
    await page.goto(at('/sign-in'))
    await page.getByRole('link', { name: 'Passwort vergessen' }).click()
    await page.getByLabel('Anmeldename oder E-Mail-Adresse').fill('niemand@example.org')
    await page.getByRole('button', { name: 'Link schicken' }).click()
    await page.getByRole('heading', { name: 'Die E-Mail ist unterwegs' }).waitFor()
  })
  await step('without the mailbox there is the counter', async () => {
    await page.goto(at('/citizen-id/recover'))
    await page.getByRole('link', { name: 'Ich habe einen Code vom Schalter' }).click()
    await page.getByLabel('Anmeldename oder E-Mail-Adresse').fill('niemand')
    await page.getByLabel('Code vom Schalter').fill('AAAA-BBBB-CCCC')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('alert').waitFor()
  })
})

journey('Two officers at the counter help somebody who has lost phone and mailbox', { javascript: false }, async ({ page, step }) => {
  let address = ''
  const as = async (person: string, to: string) => {
    await page.context().clearCookies()
    await page.goto(town.url(`/sign-in?return=${encodeURIComponent(to)}`, 'hohenried'))
    await page.locator(`form[action$="/demo/${person}"] button`).click()
    await page.waitForURL(at(to))
  }
  await step('somebody exists', async () => {
    await as('mia', '/account')
  })
  await step('the first officer finds the person and looks at the identity card', async () => {
    await as('carla', '/citizen-id/counter')
    await page.getByLabel('Anmeldename, E-Mail-Adresse oder Name').fill('Mia Beispiel')
    await page.getByRole('button', { name: 'Suchen' }).click()
    await page.getByLabel('Personalausweis').check()
    await page.getByLabel(/Ich habe den Ausweis in der Hand gehabt/).check()
  })
  await step('opens the case and cannot confirm it alone', async () => {
    await page.getByRole('button', { name: 'Fall öffnen' }).click()
    await page.getByRole('heading', { name: 'Jetzt ist eine zweite Person nötig' }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Bestätigen und Code ausgeben' }).count(), 0)
    address = new URL(page.url()).pathname
  })
  await step('the second officer finds it in the list, confirms, and hands out the code', async () => {
    await as('cem', '/citizen-id/counter')
    await page.getByRole('link', { name: 'Mia Beispiel' }).first().click()
    await page.waitForURL(at(address))
    await page.getByRole('button', { name: 'Bestätigen und Code ausgeben' }).click()
    assert.match(await page.locator('main').innerText(), /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)
  })
})
