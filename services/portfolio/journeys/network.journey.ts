import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { demoEventPath, demoQuestionPath } from '../demo/network-texts.ts'

const town = useTown({ services: ['portfolio'] })

async function signIn(page: Page, person: string, tenant: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(to)}`, tenant))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(`**${to}`)
}

journey('A visitor registers for an event, confirms by mail, and takes the seat back', {}, async ({ page, step, javascript }) => {
  const mail = `gast-${javascript ? 'eins' : 'zwei'}@example.org`
  await step('finds the event', async () => {
    await page.goto(town.url('/portfolio/event', 'aachen'))
    await page.getByRole('link', { name: /^Digitaler Wegweiser/ }).click()
    await page.getByRole('link', { name: 'Anmelden', exact: true }).last().click()
    await page.locator('#organisation').waitFor()
  })
  await step('forgets the organisation and is told, with everything kept', async () => {
    await page.locator('#name').fill('Gustav Gast')
    await page.locator('#email').fill(mail)
    await page.locator('main').getByRole('button', { name: 'Anmelden' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#email').inputValue(), mail)
  })
  await step('registers and is told to open the link', async () => {
    await page.locator('#organisation').fill('Stadt Musterhausen')
    await page.locator('#needs').fill('Unterlagen vorab')
    await page.locator('main').getByRole('button', { name: 'Anmelden' }).click()
    await page.getByRole('heading', { level: 1, name: 'Fast angemeldet' }).waitFor()
    assert.ok((await page.locator('main').innerText()).includes(mail))
  })
  await step('opens the link of the mail and confirms', async () => {
    await page.goto(town.url('/demo/mail', 'aachen'))
    await page.goto(await linkIn(page, mail, 'confirm'))
    await page.getByRole('button', { name: 'Anmeldung bestätigen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Angemeldet' }).waitFor()
  })
  await step('takes the seat back by the link of the next mail', async () => {
    await page.goto(town.url('/demo/mail', 'aachen'))
    await page.goto(await linkIn(page, mail, 'withdraw'))
    await page.getByRole('button', { name: 'Abmelden' }).click()
    await page.getByRole('heading', { level: 1, name: 'Abgemeldet' }).waitFor()
  })
})

/** The address of a link in the newest mail to somebody, as the demonstration's page of mails shows it. */
async function linkIn(page: Page, to: string, purpose: 'confirm' | 'withdraw'): Promise<string> {
  const text = await page.locator('main').innerText()
  const letter = text.slice(text.indexOf(to))
  const [link] = new RegExp(`https?://\\S+/${purpose}\\?token=[\\w-]+`).exec(letter) ?? []
  assert.ok(link, `there is a link to ${purpose} in the mail`)
  return link
}

journey('The office of another town answers a question; the asking town says that it solves it', { javascript: false }, async ({ page, step }) => {
  const path = demoQuestionPath.replace('0101', '0104')
  await step('reads the question of another town', async () => {
    await signIn(page, 'petra', 'lindenhafen', '/portfolio/question')
    await page.getByRole('link', { name: /Welche Schulung brauchte/ }).click()
    assert.equal(await page.getByRole('link', { name: 'Frage ändern' }).count(), 0, 'it belongs to another town')
  })
  await step('answers', async () => {
    await page.locator('#text').fill('Ein halber Tag reicht.\n\n- danach eine Sprechstunde nach zwei Wochen')
    await page.getByRole('button', { name: 'Antwort veröffentlichen' }).click()
    await page.getByText('Die Antwort ist veröffentlicht.').waitFor()
  })
  await step('the asking town finds it among its matters and says that it helps', async () => {
    await signIn(page, 'petra', 'hohenried', '/my-matters')
    await page.getByRole('link', { name: /Welche Schulung brauchte/ }).first().click()
    await page.getByRole('button', { name: 'Löst unsere Frage' }).click()
    await page.getByText('Löst die Frage').waitFor()
  })
  await step('a citizen reads it in the third town', async () => {
    await page.context().clearCookies()
    await page.goto(town.url(path, 'aachen'))
    assert.match(await page.locator('main').innerText(), /Gelöst[^]*Lindenhafen antwortet[^]*Ein halber Tag reicht/)
    assert.equal(await page.locator('main').getByRole('button').count(), 0)
  })
})

journey('The project office plans an event, with mistakes first, publishes it and calls it off', { javascript: false }, async ({ page, step }) => {
  const next = new Date().getFullYear() + 1
  await step('plans it with an end before the beginning and is told', async () => {
    await signIn(page, 'petra', 'hohenried', '/portfolio/event/new')
    await page.locator('#title').fill('Sprechstunde zum Katalog')
    await page.locator('#description').fill('Fragen und Antworten.')
    for (const [part, value] of [['#day', '4'], ['#day-month', '6'], ['#day-year', String(next)], ['#from', '10:00'], ['#until', '9:00'], ['#place', 'Rathaus'], ['#invited', 'Alle Kommunen']] as const) await page.locator(part).fill(value)
    await page.getByRole('button', { name: 'Termin speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /Ende liegt vor dem Beginn/)
  })
  await step('corrects and publishes it', async () => {
    await page.locator('#until').fill('11:30')
    await page.getByRole('button', { name: 'Termin speichern' }).click()
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.getByText('Der Termin ist veröffentlicht.').first().waitFor()
  })
  await step('calls it off', async () => {
    await page.getByRole('link', { name: 'Termin absagen' }).click()
    await page.locator('#note').fill('Die Leitung ist krank.')
    await page.getByRole('button', { name: 'Termin absagen' }).click()
    await page.getByText('Dieser Termin fällt aus').waitFor()
  })
})

test('With the keyboard alone: from the event to the form and back', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(town.url(`${demoEventPath}/register`, 'aachen'))
    await page.locator('#name').focus()
    for (const text of ['Tasta Tur', 'tasta@example.org', 'Gemeinde Musterdorf']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Fast angemeldet' }).waitFor()
  } finally {
    await browser.close()
  }
})
