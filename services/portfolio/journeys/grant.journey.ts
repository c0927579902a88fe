import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { localDate, partsOf } from '@modellregion/standards'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['portfolio'] })
const at = (path = ''): string => town.url(`/portfolio/grant${path}`, 'aachen')

async function signIn(page: Page, person: string, path = ''): Promise<void> {
  await page.context().clearCookies()
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/portfolio/grant${path}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(at(path))
}

async function fillDay(page: Page, name: string, day: Date): Promise<void> {
  await page.locator(`#${name}`).fill(String(day.getDate()))
  await page.locator(`#${name}-month`).fill(String(day.getMonth() + 1))
  await page.locator(`#${name}-year`).fill(String(day.getFullYear()))
}

journey('A project lead calls funds, the office sends the call, and nobody does both', { javascript: false }, async ({ page, step }) => {
  const today = new Date()
  await step('finds the account on the board', async () => {
    await signIn(page, 'paul')
    await page.getByRole('link', { name: /Digitaler Wegweiser/ }).click()
    await page.getByRole('link', { name: 'Mittel abrufen' }).click()
  })
  await step('asks for more than is left and keeps what was typed', async () => {
    await fillDay(page, 'neededFrom', today)
    await fillDay(page, 'neededUntil', new Date(today.getTime() + 45 * 86_400_000))
    await page.locator('#amount').fill('900.000,00')
    await page.locator('#reason').fill('Gehälter und die Rechnung für das vierte Gerät')
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.locator('#amount-error').innerText(), /nicht mehr abrufbar/)
    assert.equal(await page.locator('#amount').inputValue(), '900.000,00')
    assert.match(await page.locator('#reason').inputValue(), /vierte Gerät/)
  })
  await step('corrects the amount', async () => {
    await page.locator('#amount').fill('12.500,00')
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    await page.waitForURL('**done=draft')
    assert.equal(await page.getByRole('button', { name: 'Mittelabruf senden' }).count(), 0, 'who drafts does not send')
  })
  await step('the office finds it on the account, with what the plan says of it, and sends it', async () => {
    await signIn(page, 'petra', '/wegweiser')
    await page.getByRole('link', { name: 'Mittelabruf 4' }).click()
    await page.getByRole('button', { name: 'Mittelabruf senden' }).click()
    await page.waitForURL('**done=sent')
    assert.match(await page.locator('main').innerText(), /gesendet/)
  })
  const answer = async (amount: string): Promise<void> => {
    const { day, month, year } = partsOf(localDate(new Date()))
    await page.getByRole('radio', { name: 'gezahlt' }).check()
    for (const [id, value] of [['settledOn', day], ['settledOn-month', month], ['settledOn-year', year], ['paid', amount]] as const) await page.locator(`#${id}`).fill(String(value))
  }
  await step('it enters what the authority paid, with a slip, and corrects it; what stood there stays', async () => {
    await answer('1.250,00')
    await page.getByRole('button', { name: 'Antwort eintragen' }).click()
    await page.waitForURL('**done=settled')
    await page.getByRole('link', { name: 'Antwort berichtigen' }).click()
    assert.equal(await page.locator('#paid').inputValue(), '1.250,00')
    await answer('99.000,00')
    await page.locator('#reason').fill('Zahlendreher im Betrag')
    await page.locator('#reason').press('Enter')
    await page.getByRole('alert').waitFor()
    assert.match(await page.locator('#paid-error').innerText(), /Höchstens den Betrag des Abrufs/)
    assert.equal(await page.locator('#reason').inputValue(), 'Zahlendreher im Betrag')
    await answer('12.500,00')
    await page.locator('#reason').press('Enter')
    await page.waitForURL('**done=answer')
    assert.match(await page.locator('#former-answers').innerText(), /1\.250\s€ gezahlt am[\s\S]*Zahlendreher im Betrag/)
    assert.match(await page.locator('dl').first().innerText(), /Gezahlter Betrag\s+12\.500\s€/)
  })
  await step('the account and the board tell what is not used yet', async () => {
    await page.goto(at('/wegweiser'))
    assert.match(await page.locator('#call-table').innerText(), /Mittelabruf 4[\s\S]*12\.500\s€/)
    await page.goto(at())
    await page.getByRole('link', { name: /Digitaler Wegweiser/ }).waitFor()
  })
})

journey('A project lead books with the keyboard, a wrong amount first, and corrects a booking', { javascript: false }, async ({ page, step }) => {
  await step('opens the form and types an amount that is none', async () => {
    await signIn(page, 'paul', '/wegweiser/booking/new')
    await page.locator('#line').selectOption('sachkosten')
    await fillDay(page, 'paidOn', new Date(Date.now() - 5 * 86_400_000))
    await page.locator('#voucher').fill('B-9001')
    await page.locator('#payee').fill('Schreibwaren Beispiel')
    await page.locator('#purpose').fill('Schilder')
    await page.locator('#amount').fill('viel Geld')
    await page.locator('#amount').press('Enter')
    await page.getByRole('alert').waitFor()
    assert.match(await page.locator('#amount-error').innerText(), /1\.234,50/)
    assert.equal(await page.locator('#voucher').inputValue(), 'B-9001')
  })
  await step('books it', async () => {
    await page.locator('#amount').fill('119,00')
    await page.locator('#amount').press('Enter')
    await page.waitForURL('**done=booked')
  })
  await step('corrects it: both bookings stay', async () => {
    await page.getByRole('link', { name: 'Buchung berichtigen' }).click()
    await page.locator('#reason').fill('Zahlendreher im Betrag')
    await page.locator('#amount').fill('191,00')
    await page.getByRole('button', { name: 'Berichtigen' }).click()
    await page.waitForURL('**done=corrected')
    assert.match(await page.locator('main').innerText(), /zurückgenommen mit Buchung/)
    await page.goto(at('/wegweiser/booking?text=B-9001'))
    assert.equal(await page.locator('#bookings tbody tr').count(), 3)
    assert.match(await page.locator('main').innerText(), /3 Buchungen: Ausgaben 191/)
  })
})

journey('A final statement is written, submitted, and read by the auditor as page and PDF', { javascript: false }, async ({ page, step }) => {
  await step('the project lead opens it and writes the report', async () => {
    await signIn(page, 'paul', '/wegweiser/statement')
    await page.getByLabel('Verwendungsnachweis').check()
    const now = Date.now()
    await fillDay(page, 'fromDay', new Date(now - 700 * 86_400_000))
    await fillDay(page, 'untilDay', new Date(now))
    await page.getByRole('button', { name: 'Nachweis anlegen' }).click()
    await page.waitForURL('**done=opened')
    await page.locator('summary', { hasText: 'Sachbericht schreiben' }).click()
    await page.locator('#narrative').fill('Der Wegweiser steht an fünf Orten.')
    await page.getByRole('button', { name: 'Sachbericht speichern' }).click()
    await page.waitForURL('**done=narrative')
  })
  await step('the office submits it', async () => {
    await signIn(page, 'petra', '/wegweiser/statement/2')
    await page.getByRole('button', { name: 'Nachweis abgeben' }).click()
    await page.waitForURL('**done=submitted')
  })
  await step('the auditor reads it, finds it unchanged, and opens the PDF', async () => {
    await signIn(page, 'rita', '/wegweiser/statement/2')
    const text = await page.locator('main').innerText()
    assert.match(text, /unverändert/)
    assert.match(text, /Zustehende Zuwendung/)
    assert.match(text, /Gegenbuchung/)
    assert.equal(await page.getByRole('link', { name: 'Zahlung buchen' }).count(), 0)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Als PDF' }).click()])
    assert.equal(readFileSync(await download.path()).subarray(0, 5).toString(), '%PDF-')
  })
  await step('writes a remark, the only thing auditors write', async () => {
    await page.locator('#remark').fill('Belege stichprobenweise geprüft, keine Beanstandung.')
    await page.getByRole('button', { name: 'Prüfvermerk schreiben' }).click()
    await page.waitForURL('**done=remark')
    assert.match(await page.locator('main').innerText(), /keine Beanstandung/)
    assert.equal((await page.goto(at('/wegweiser/booking/new')))?.status(), 403)
  })
})

journey('Bookings come from a file: wrong lines are named, good ones are shown before they are taken over', { javascript: false }, async ({ page, step }) => {
  const choose = async (text: string) => {
    await page.setInputFiles('#file', { name: 'buchungen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Datei prüfen' }).click()
  }
  await step('chooses a file with a wrong line', async () => {
    await signIn(page, 'paul', '/wegweiser/import')
    await choose('\uFEFFTag;Beleg;Empfänger;Zweck;Ansatz;Betrag\r\n1.6.2026;F1;"Müller; Söhne";Papier;Sachkosten;1.190,00\r\n31.2.2026;F2;Firma;Papier;Sachkosten;5\r\n')
    await page.getByRole('alert').waitFor()
    assert.match(await page.locator('main').innerText(), /Zeile 3: Der Tag ist kein Datum/)
    assert.match(await page.locator('#csv').inputValue(), /Müller; Söhne/, 'what was chosen is kept as text')
  })
  await step('mends the line and takes both over', async () => {
    await page.locator('#csv').fill((await page.locator('#csv').inputValue()).replace('31.2.', '28.2.'))
    await page.getByRole('button', { name: 'Zeilen prüfen' }).click()
    await page.getByRole('button', { name: '2 Buchungen übernehmen' }).click()
    await page.waitForURL('**done=imported')
    await page.goto(at('/wegweiser/booking?text=Müller'))
    assert.match(await page.locator('main').innerText(), /1 Buchung: Ausgaben 1\.190/)
  })
})

journey('The project office enters the base rate of a new half-year, and auditors see it', { javascript: false }, async ({ page, step }) => {
  const year = new Date().getFullYear()
  const rates = () => page.goto(town.url('/portfolio/grant-rate', 'aachen'))
  await step('takes a day on which no half-year begins and is told so', async () => {
    await signIn(page, 'petra')
    await rates()
    await fillDay(page, 'from', new Date(year, 0, 2))
    await page.locator('#rate').fill('1,77')
    await page.locator('#source').fill('Bundesanzeiger, erfunden')
    await page.getByRole('button', { name: 'Zinssatz eintragen' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.locator('#from-error').innerText(), /1\. Januar oder 1\. Juli/)
    assert.equal(await page.locator('#rate').inputValue(), '1,77')
  })
  await step('enters the first day of the year', async () => {
    await fillDay(page, 'from', new Date(year, 0, 1))
    await page.getByRole('button', { name: 'Zinssatz eintragen' }).click()
    await page.waitForURL('**done=rate')
  })
  await step('the auditor reads it and enters none', async () => {
    await signIn(page, 'rita')
    await rates()
    assert.match(await page.locator('#own-rates').innerText(), /1,77/)
    assert.equal(await page.getByRole('button', { name: 'Zinssatz eintragen' }).count(), 0)
  })
})
