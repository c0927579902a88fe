import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['portfolio'] })
const home = (path: string): string => town.url(`/portfolio${path}`, 'aachen')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/portfolio${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(home(to))
}

async function fillDay(page: Page, name: string, [day, month, year]: readonly [number, number, number]): Promise<void> {
  await page.locator(`#${name}`).fill(String(day))
  await page.locator(`#${name}-month`).fill(String(month))
  await page.locator(`#${name}-year`).fill(String(year))
}

const main = (page: Page): Promise<string> => page.locator('main').innerText()

journey('A guest reads what a project has cost, and where the figure comes from', {}, async ({ page, step }) => {
  await step('reads the programme', async () => {
    await page.goto(home('/programme'))
    const text = await main(page)
    for (const said of ['Aus 30 Ideen wurden 24 Anträge und 14 bewilligte Projekte', '5.848.279,18', '6.421.354,69']) assert.ok(text.replaceAll('\u00AD', '').includes(said), said)
  })
  await step('sorts by the grant', async () => {
    await page.locator('#project-table').getByRole('link', { name: 'Zuwendung' }).click()
    await page.waitForURL('**sort=grant**')
    assert.match(await page.locator('#project-table tbody th').first().innerText(), /Smartphone/)
  })
  await step('filters by a class of reuse', async () => {
    await page.locator('#class').selectOption('building-block')
    await page.getByRole('button', { name: 'Filter anwenden' }).click()
    await page.waitForURL('**class=building-block**')
    assert.equal(await page.locator('#project-table tbody tr').count(), 1)
  })
  await step('opens the project and follows the figure to its source', async () => {
    await page.locator('#project-table').getByRole('link', { name: /Stadtarchiv/ }).click()
    await page.waitForURL(home('/project/stadtarchiv'))
    assert.match(await page.locator('#amounts').innerText(), /540\.814,95/)
    await page.locator('#amounts sup a').first().click()
    await page.waitForURL('**#source-1')
    assert.match(await page.locator('#source-table tbody tr').first().innerText(), /Stammdatentabelle, Nr\. 3.*Dez V\/0004\/WP18/s)
  })
})

journey('The project office takes an idea to its extension', {}, async ({ page, step, javascript }) => {
  const name = javascript ? 'Leihrad am Bahnhof' : 'Leihrad am Rathaus'
  const slug = javascript ? 'leihrad-am-bahnhof' : 'leihrad-am-rathaus'
  const there = home(`/project/${slug}`)
  await step('writes an idea, with a mistake first', async () => {
    await signIn(page, 'petra', '/programme')
    await page.getByRole('link', { name: 'Idee anlegen' }).click()
    await page.locator('#name').fill(name)
    await page.getByRole('button', { name: 'Idee speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#name').inputValue(), name)
    await page.locator('#summary').fill('Räder, die sich mit dem Ausweis der Bücherei öffnen lassen.')
    await page.locator('#lead').fill('Amt für Verkehr')
    await page.getByRole('button', { name: 'Idee speichern' }).click()
    await page.waitForURL(`${there}?saved=created`)
    assert.match(await main(page), /nur für die Verwaltung/)
  })
  await step('moves it to the application', async () => {
    await page.getByRole('link', { name: 'Stand ändern' }).click()
    await page.getByRole('button', { name: 'Stand eintragen' }).click()
    await page.waitForURL(`${there}?saved=stage`)
  })
  await step('is told what the notice needs', async () => {
    await page.getByRole('link', { name: 'Stand ändern' }).click()
    await page.getByRole('button', { name: 'Stand eintragen' }).click()
    assert.match(await page.getByRole('alert').innerText(), /bewilligter Betrag und Laufzeit/)
  })
  await step('enters an amount without a source and is asked for it', async () => {
    await page.goto(`${there}/amount`)
    await page.getByLabel('Zuwendung der Stadt').check()
    await page.locator('#amount').fill('148.822,90')
    await page.getByRole('button', { name: 'Betrag speichern' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Quelle/)
    assert.equal(await page.locator('#amount').inputValue(), '148.822,90')
    await page.locator('#document').fill('Bescheid vom 1. Februar 2026')
    await page.getByRole('button', { name: 'Betrag speichern' }).click()
    await page.waitForURL(`${there}?saved=amount`)
    assert.match(await page.locator('#amounts').innerText(), /148\.822,90/)
  })
  await step('enters a period that ends before it begins, then a right one', async () => {
    await page.getByRole('link', { name: 'Laufzeit eintragen' }).click()
    await fillDay(page, 'startsOn', [1, 1, 2026])
    await fillDay(page, 'endsOn', [31, 12, 2025])
    await page.locator('#reason').fill('Wie im Bescheid')
    await page.locator('#document').fill('Bescheid vom 1. Februar 2026')
    await page.getByRole('button', { name: 'Laufzeit speichern' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Ende liegt vor dem Beginn/)
    await fillDay(page, 'endsOn', [31, 12, 2027])
    await page.getByRole('button', { name: 'Laufzeit speichern' }).click()
    await page.waitForURL(`${there}?saved=period`)
  })
  await step('enters the notice and makes the period longer', async () => {
    await page.getByRole('link', { name: 'Stand ändern' }).click()
    await page.getByRole('button', { name: 'Stand eintragen' }).click()
    await page.waitForURL(`${there}?saved=stage`)
    assert.doesNotMatch(await main(page), /nur für die Verwaltung/)
    await page.getByRole('link', { name: 'Laufzeit verlängern' }).click()
    await fillDay(page, 'endsOn', [31, 3, 2028])
    await page.locator('#reason').fill('Die Räder kommen später')
    await page.locator('#document').fill('Änderungsbescheid')
    await page.getByRole('button', { name: 'Laufzeit speichern' }).click()
    await page.waitForURL(`${there}?saved=period`)
    assert.match(await main(page), /ursprünglich bis 31\.12\.2027/)
  })
  await step('sees every change', async () => {
    const rows = await page.locator('#change-table tbody tr').allInnerTexts()
    assert.ok(rows.length >= 6)
    assert.match(rows.join(), /2027-12-31.*2028-03-31/s)
  })
})

journey('The auditor reads the changes and changes nothing', { javascript: false }, async ({ page, step }) => {
  await step('reads the history', async () => {
    await signIn(page, 'rita', '/project/wegweiser')
    assert.match(await main(page), /Änderungen/)
    assert.equal(await page.getByRole('link', { name: 'Stand ändern' }).count(), 0)
  })
  await step('may not write', async () => {
    assert.equal((await page.goto(home('/project/wegweiser/stage')))?.status(), 403)
  })
})

journey('The project office reads in a list and sees beforehand what it does', { javascript: false }, async ({ page, step }) => {
  const list = 'Titel;Beschreibung;Phase;Projektleitung\nStadtplan zum Fühlen;Ein Plan aus Holz;Umsetzung;Amt für Inklusion\nOhne Phase;Text;Irgendwann;Amt\nDigitaler Wegweiser;Schon da;Umsetzung;Amt\n'
  await step('chooses a file', async () => {
    await signIn(page, 'petra', '/programme/import')
    await page.locator('#file').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
  })
  await step('sees what is new and what is refused', async () => {
    assert.match(await page.locator('#import-new').innerText(), /Stadtplan zum Fühlen/)
    assert.match(await page.locator('#import-refused').innerText(), /3\s+Phase/)
  })
  await step('applies it', async () => {
    await page.getByRole('button', { name: 'Projekte anlegen' }).click()
    await page.waitForURL('**/import?done=1')
    await page.goto(home('/project/stadtplan-zum-fuehlen'))
    assert.match(await main(page), /Umsetzung/)
  })
})

test('With the keyboard alone: a stage is entered', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await signIn(page, 'petra', '/project/wegweiser/edit')
    await page.locator('#results').focus()
    await page.keyboard.type('Zwei Wegweiser stehen.')
    await page.locator('form[action$="/edit"] button').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(home('/project/wegweiser?saved=texts'))
    await page.goto(home('/project/wegweiser/stage'))
    await page.locator('#stage').focus()
    await page.keyboard.press('Space')
    await page.locator('form[action$="/stage"] button').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(home('/project/wegweiser?saved=stage'))
    assert.match(await page.locator('main').innerText(), /Nachweis/)
  } finally {
    await browser.close()
  }
})
