import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import { xlsxOf } from '../inspect/files-testing.ts'

const town = useTown({ services: ['open-data'] })

// A list as it leaves an office: a title above, two columns of the same name, a sum below.
const messy = xlsxOf([
  {
    name: 'Zählung',
    rows: [
      ['Radzählung an Zählstellen'],
      [],
      ['Zählstelle', 'Anzahl', 'Anzahl', 'PLZ'],
      ['Hafenbrücke', 1204, 1310, '01001'],
      ['Deichstraße', 830, 799, '01003'],
      ['Lindenallee', 455, 512, '01004'],
      ['Werftgasse', 1011, 998, '01002'],
      ['Summe', 3500, 3619, null],
    ],
  },
])

journey('A clerk publishes a messy Excel list', {}, async ({ page, javascript, step }) => {
  const go = (name: string) => page.getByRole('button', { name, exact: true }).click()
  let draft = ''
  await step('signs in and begins a draft', async () => {
    await page.goto(town.url('/sign-in?return=/open-data/workshop', 'lindenhafen'))
    await page.locator('form[action$="/demo/dana"] button').first().click()
    await page.getByRole('link', { name: 'Neuer Datensatz' }).last().click()
    await page.locator('#title').fill('Radzählung 2026')
    await page.getByRole('radio', { name: /Mobilität/ }).check()
    await go('Entwurf beginnen')
    draft = new URL(page.url()).pathname.replace(/\/what$/, '')
  })
  await step('is told beside the field what is missing, and mends it', async () => {
    await page.getByRole('checkbox', { name: 'Verkehr', exact: true }).check()
    await go('Speichern und weiter')
    assert.match(await page.title(), /^Fehler: /)
    assert.match(await page.locator('.mr-field--bad .mr-error').innerText(), /Beschreibung fehlt/)
    assert.ok(await page.getByRole('checkbox', { name: 'Verkehr', exact: true }).isChecked(), 'what was chosen is kept')
    await page.locator('#description').fill('Gezählte Fahrräder je Zählstelle an zwei Werktagen. Von Hand gezählt zwischen 7 und 19 Uhr durch den Fachbereich.')
    await page.locator('#keyword').fill('Fahrrad, Zählung')
    await go('Speichern und weiter')
  })
  await step('uploads the list', async () => {
    assert.match(page.url(), /\/files$/)
    await page.locator('#upload').setInputFiles({ name: 'Radzählung_final_2.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: messy })
    if (!javascript) await go('Hochladen')
    await page.getByText('Tabelle, ').waitFor({ timeout: 60_000 }) // the page loads itself again
  })
  await step('mends what stands out', async () => {
    await page.getByRole('link', { name: 'Ansehen und beheben' }).click()
    await page.getByRole('button', { name: 'Aufräumen' }).first().click()
    await page.locator('#rejected-rows', { hasText: 'Summenzeile' }).waitFor({ timeout: 60_000 })
    for (const [at, label] of ['Anzahl am Montag', 'Anzahl am Samstag'].entries()) {
      await page.locator('summary', { hasText: 'Anzahl' }).nth(at).click()
      await page.locator(`#label-${at + 1}`).fill(label)
      await page.locator(`#id-${at + 1}`).fill(label.toLowerCase().replaceAll(' ', '_'))
    }
    await page.getByRole('button', { name: 'Datei neu lesen' }).click()
    await page.getByText('Nichts aufgefallen').waitFor({ timeout: 60_000 })
  })
  await step('gives it a licence', async () => {
    await page.goto(`${new URL(page.url()).origin}${draft}/files`)
    await page.getByText('Tabelle, 4 Zeilen').waitFor({ timeout: 60_000 })
    await page.getByRole('radio', { name: /Zero/ }).first().check()
    await go('Speichern und weiter')
  })
  await step('says for when, corrects a day that does not exist', async () => {
    await page.locator('#temporal-start').fill('31.6.2026')
    await page.locator('#frequency').selectOption({ label: 'jährlich' })
    await go('Speichern und weiter')
    assert.match(await page.locator('.mr-error').first().innerText(), /kein Datum/)
    assert.equal(await page.locator('#temporal-start').inputValue(), '31.6.2026')
    await page.locator('#temporal-start').fill('30.6.2026')
    await go('Speichern und weiter')
  })
  await step('leaves contact and law as they are', async () => {
    await go('Speichern und weiter')
    await go('Speichern und weiter')
    assert.match(page.url(), /\/send$/)
    assert.match(await page.locator('main').innerText(), /von 405 Punkten/)
    assert.equal(await page.getByText('nötig', { exact: true }).count(), 0)
  })
  await step('sends it in', async () => {
    await go('Zur Prüfung absenden')
    await page.goto(town.url('/open-data/workshop', 'lindenhafen'))
    assert.match(await page.locator('#waiting-list').innerText(), /Radzählung 2026\s+.*Prüfung/)
  })
})
