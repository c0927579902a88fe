import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown()
const home = (path: string): string => town.url(`/example${path}`, 'hohenried')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/example${to}`)}`, 'hohenried'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(home(to))
}

// The form asks for a day within twelve weeks; tomorrow always is.
async function fillDay(page: Page, days: number): Promise<void> {
  const day = new Date(Date.now() + days * 86_400_000)
  await page.locator('#endsOn').fill(String(day.getDate()))
  await page.locator('#endsOn-month').fill(String(day.getMonth() + 1))
  await page.locator('#endsOn-year').fill(String(day.getFullYear()))
}

journey('A neighbour reads a notice and signs in to answer', {}, async ({ page, step }) => {
  await step('opens the board', async () => {
    await page.goto(home(''))
    assert.ok((await page.locator('.mr-result').count()) >= 4)
  })
  await step('opens a notice and does not see the address', async () => {
    await page.getByRole('link', { name: /Apfel/ }).click()
    assert.equal(await page.locator('a[href^="mailto:mia"]').count(), 0)
  })
  await step('signs in and sees it', async () => {
    await page.locator('main').getByRole('link', { name: /Anmelden/ }).click()
    await page.locator('form[action$="/demo/eva"] button').click()
    await page.waitForURL('**/example/notice/**')
    assert.equal(await page.locator('a[href^="mailto:mia"]').count(), 1)
  })
})

journey('A neighbour pins up a notice, with mistakes first, and takes it down', {}, async ({ page, step, javascript }) => {
  const heading = javascript ? 'Rasenmäher zu verschenken' : 'Kinderwagen gesucht'
  await step('is asked to sign in', async () => {
    await page.goto(home(''))
    await page.getByRole('link', { name: 'Etwas aushängen' }).click()
    await page.locator('form[action$="/demo/mia"] button').click()
    await page.waitForURL(home('/notice/new'))
  })
  await step('sends it with mistakes and is told, with everything kept', async () => {
    await page.locator('#title').fill(heading)
    await page.locator('#contactMail').fill('mia.beispiel')
    await page.locator('#endsOn').fill('30')
    await page.locator('#endsOn-month').fill('2')
    await page.locator('#endsOn-year').fill('2027')
    await page.getByRole('button', { name: 'Aushängen' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Fehler: /)
    assert.equal(await page.locator('.mr-error:not([aria-hidden])').count(), 3)
    assert.deepEqual(await Promise.all(['#title', '#contactMail', '#endsOn', '#endsOn-month'].map((field) => page.locator(field).inputValue())), [heading, 'mia.beispiel', '30', '2'])
  })
  await step('chooses a day that is too far away', async () => {
    await page.locator('#text').fill('Bitte melden.')
    await page.locator('#contactMail').fill('mia.beispiel@example.org')
    await fillDay(page, 200)
    await page.getByRole('button', { name: 'Aushängen' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /letzte mögliche Tag/)
    assert.equal(await page.locator('#text').inputValue(), 'Bitte melden.')
  })
  await step('corrects it and sees it on the board', async () => {
    await fillDay(page, 10)
    await page.getByRole('button', { name: 'Aushängen' }).click()
    await page.waitForURL('**/example/notice/*posted=1')
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), heading)
    assert.match(await page.getByRole('status').innerText(), /hängt am Brett/)
  })
  await step('finds it among the own matters', async () => {
    await page.goto(town.url('/my-matters', 'hohenried'))
    await page.getByRole('link', { name: heading }).click()
  })
  await step('takes it down after a question', async () => {
    await page.getByRole('link', { name: 'Aushang abnehmen' }).click()
    await page.getByRole('button', { name: 'Abnehmen' }).click()
    await page.waitForURL('**/example/notice/*')
    assert.match(await page.locator('main').innerText(), /Abgenommen/)
  })
})

journey('An editor hides a notice, the author reads why, everybody else finds it gone', { javascript: false }, async ({ page, step }) => {
  let address = ''
  await step('opens the notice', async () => {
    await signIn(page, 'eva', '')
    await page.getByRole('link', { name: /Mitfahrgelegenheit/ }).click()
    address = page.url()
  })
  await step('forgets the reason', async () => {
    await page.getByRole('link', { name: 'Aushang ausblenden' }).click()
    await page.getByRole('button', { name: 'Ausblenden' }).click()
    await page.getByRole('alert').waitFor()
  })
  await step('gives it', async () => {
    await page.locator('#reason').fill('Die Fahrten gibt es nicht mehr.')
    await page.getByRole('button', { name: 'Ausblenden' }).click()
    await page.waitForURL(address)
  })
  await step('a guest finds it gone', async () => {
    await page.context().clearCookies()
    assert.equal((await page.goto(address))?.status(), 410)
  })
  await step('the author reads why', async () => {
    await signIn(page, 'tina', '')
    await page.goto(town.url('/my-matters', 'hohenried'))
    assert.match(await page.locator('main').innerText(), /Die Fahrten gibt es nicht mehr/)
  })
})

test('With the keyboard alone: a notice is posted, and the characters left are counted', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await signIn(page, 'eva', '/notice/new')
    await page.locator('#title').focus()
    await page.keyboard.type('Bohrmaschine zu verleihen')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Mit Koffer.')
    await page.locator('[data-island] p').filter({ hasText: 'Noch 589 Zeichen' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const tomorrow = new Date(Date.now() + 86_400_000)
    for (const part of [tomorrow.getDate(), tomorrow.getMonth() + 1, tomorrow.getFullYear()]) {
      await page.keyboard.type(String(part))
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/example/notice/*posted=1')
  } finally {
    await browser.close()
  }
})
