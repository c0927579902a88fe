import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['portfolio'] })
const home = (path: string): string => town.url(`/portfolio${path}`, 'aachen')

async function signIn(page: Page, person: string, to: string, tenant = 'aachen'): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/portfolio${to}`)}`, tenant))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(town.url(`/portfolio${to}`, tenant))
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
    assert.match(rows.join(), /31\. Dezember 2027.*31\. März 2028/s)
  })
})

journey('A village without a report describes its programme and takes a first project all the way', { javascript: false }, async ({ page, step }) => {
  const there = (path: string): string => town.url(`/portfolio${path}`, 'hohenried')
  const leihrad = '/project/lastenrad-im-dorf'
  const press = (name: string): Promise<void> => page.getByRole('button', { name }).click()
  const move = async (day?: readonly [number, number, number]): Promise<void> => {
    await page.goto(there(`${leihrad}/stage`))
    if (day) await fillDay(page, 'on', day)
    await press('Stand eintragen')
  }
  await step('writes about the programme, with two mistakes first', async () => {
    await signIn(page, 'petra', '/programme', 'hohenried')
    await page.getByRole('link', { name: 'Programm beschreiben' }).click()
    await page.locator('#name').fill('Digitales Dorf')
    await page.locator('#startedIn').fill('im Sommer')
    await press('Speichern')
    assert.match(await page.getByRole('alert').innerText(), /Monat und Jahr/)
    await page.locator('#startedIn').fill('03/2025')
    await page.locator('#ideas').fill('4')
    await press('Speichern')
    assert.match(await page.getByRole('alert').innerText(), /Dokument nennen/)
    assert.equal(await page.locator('#ideas').inputValue(), '4')
    await page.locator('#document').fill('Ratsvorlage 7/2025')
    await page.locator('#ideasPlace').fill('Seite 2')
    await page.locator('#approxGrants').fill('20.000')
    await page.locator('#remarks').fill('Die Vorlage nennt zwei verschiedene Enden.')
    await press('Speichern')
    await page.waitForURL('**done=facts')
  })
  await step('reads it with its source, and what does not fit', async () => {
    const text = (await main(page)).replaceAll('\u00AD', '')
    for (const said of ['Digitales Dorf', 'März 2025', 'Ratsvorlage 7/2025, Seite 2', 'zwei verschiedene Enden']) assert.ok(text.includes(said), said)
    assert.match(await page.locator('#fact-changes').innerText(), /4 \(Ratsvorlage 7\/2025, Seite 2\)/)
  })
  await step('writes an idea by mistake and deletes it', async () => {
    await page.goto(there('/programme/new'))
    await page.locator('#name').fill('Versehen')
    await page.locator('#summary').fill('Das sollte gar nicht hierher.')
    await press('Idee speichern')
    await page.getByRole('link', { name: 'Idee löschen' }).click()
    assert.match(await main(page), /Im Protokoll der Kommune bleibt stehen/)
    await press('Idee löschen')
    await page.waitForURL('**done=removed')
    assert.equal((await page.goto(there('/project/versehen')))?.status(), 404)
  })
  await step('writes the right idea and applies', async () => {
    await page.goto(there('/programme/new'))
    await page.locator('#name').fill('Lastenrad im Dorf')
    await page.locator('#summary').fill('Ein Rad, das sich alle leihen können.')
    await page.locator('#lead').fill('Gemeinde Hohenried')
    await fillDay(page, 'on', [1, 2, 2025])
    await press('Idee speichern')
    await move([1, 3, 2025])
    await page.waitForURL('**saved=stage')
  })
  await step('keeps what the notice says', async () => {
    await page.goto(there(`${leihrad}/amount`))
    await page.locator('#kind').check()
    await page.locator('#amount').fill('18.500,50')
    await page.locator('#document').fill('Bescheid vom 1. April 2025')
    await press('Betrag speichern')
    await page.goto(there(`${leihrad}/period`))
    await fillDay(page, 'startsOn', [1, 5, 2025])
    await fillDay(page, 'endsOn', [31, 12, 2027])
    await page.locator('#reason').fill('Wie im Bescheid')
    await page.locator('#document').fill('Bescheid vom 1. April 2025')
    await press('Laufzeit speichern')
    await move([1, 4, 2025])
    await move([1, 5, 2025])
    await page.waitForURL('**saved=stage')
  })
  await step('needs results before the proof, and a promise before the transfer', async () => {
    await move([1, 6, 2026])
    assert.match(await page.getByRole('alert').innerText(), /Ergebnisse oder Status/)
    await page.goto(there(`${leihrad}/edit`))
    await page.locator('#results').fill('Das Rad fährt.')
    await page.locator('#concept').fill('Das Konzept bekommt jede Gemeinde.')
    await press('Speichern')
    await move([1, 6, 2026])
    await move([1, 7, 2026])
    await page.waitForURL('**saved=stage')
    assert.match(await main(page), /Nachweis\s+, erledigt/)
  })
  await step('the page counts and sums it, and the invented example stands aside', async () => {
    await page.goto(there('/programme'))
    const text = (await main(page)).replaceAll('\u00AD', '')
    for (const said of ['Ideen: 4, Anträge: 1, bewilligt: 1', '18.500,50', 'Es fehlen 1.499,50', 'Erfundene Beispiele']) assert.ok(text.includes(said), said)
    assert.equal(await page.locator('#project-table tbody tr').count(), 1)
  })
})

journey('A project lead keeps what others need for taking over, and moves nothing', { javascript: false }, async ({ page, step }) => {
  await step('writes the details for reuse', async () => {
    await signIn(page, 'paul', '/project/kita-kompass')
    assert.equal(await page.getByRole('link', { name: 'Stand ändern' }).count(), 0)
    await page.getByRole('link', { name: 'Angaben zur Nachnutzung' }).click()
    await page.locator('#benefit').fill('Eltern finden schneller einen Platz.')
    await page.locator('#forWhom').fill('Kommunen mit eigener Vergabe')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL(home('/project/kita-kompass?saved=texts'))
    assert.match(await main(page), /Eltern finden schneller einen Platz/)
    assert.match(await page.locator('#change-table').innerText(), /Nutzen für alle[\s\S]*leer[\s\S]*Eltern finden/)
  })
  await step('is told when somebody else has written the same field meanwhile', async () => {
    await page.goto(home('/project/kita-kompass/kdn'))
    const other = await page.context().newPage()
    await other.goto(home('/project/kita-kompass/kdn'))
    await other.locator('#benefit').fill('Weniger Anrufe im Amt.')
    await other.getByRole('button', { name: 'Speichern' }).click()
    await other.waitForURL('**saved=texts')
    await other.close()
    await page.locator('#benefit').fill('Weniger Wege.')
    await page.getByRole('button', { name: 'Speichern' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Weniger Anrufe im Amt/)
    assert.equal(await page.locator('#benefit').inputValue(), 'Weniger Wege.')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL(home('/project/kita-kompass?saved=texts'))
  })
  await step('may not move, delete or enter amounts', async () => {
    for (const path of ['stage', 'amount', 'remove']) assert.equal((await page.goto(home(`/project/kita-kompass/${path}`)))?.status(), 403, path)
    assert.equal((await page.goto(home('/programme/facts')))?.status(), 403)
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
    assert.match(await page.locator('#import-new').innerText(), /Stadtplan zum Fühlen[\s\S]*bewilligter Betrag und Laufzeit/)
    assert.match(await page.locator('#import-refused').innerText(), /3\s+Phase/)
  })
  await step('applies it', async () => {
    await page.getByRole('button', { name: 'Projekte anlegen' }).click()
    await page.waitForURL('**/import?done=1')
    await page.goto(home('/project/stadtplan-zum-fuehlen'))
    assert.match(await main(page), /Umsetzung/)
  })
  await step('is told which stages the list has left out, and must enter them before the next', async () => {
    assert.match(await main(page), /Noch nicht eingetragen: bewilligter Betrag und Laufzeit/)
    await page.getByRole('link', { name: 'Stand ändern' }).click()
    await page.getByRole('button', { name: 'Stand eintragen' }).click()
    assert.match(await page.getByRole('alert').innerText(), /bewilligter Betrag, Laufzeit und Ergebnisse/)
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
