import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { journey, useTown } from '@modellregion/testing'
import { xlsxOf, type SheetCell } from '../inspect/files-testing.ts'

const town = useTown({ services: ['open-data'] })
const rows: SheetCell[][] = Array.from({ length: 30 }, (_, index) => [`Brunnen ${index + 1}`, { value: 1_067 + index, style: 3 }, index === 17 ? 'ca. 20' : 10 + index, { value: 45_292 + index * 9, style: 1 }])
const file = xlsxOf([{ name: 'Bericht', rows: [['Trinkbrunnen 2026'], [], ['Bezeichnung', 'PLZ', 'Plätze', 'Eröffnet'], ...rows, ['Summe', null, 700]] }, { name: 'Intern', rows: [['x']], hidden: true }])

journey('A clerk uploads a messy Excel list and mends what was found', { javascript: false }, async ({ page, step }) => {
  let address = ''
  await step('signs in and uploads a file to a draft', async () => {
    await page.goto(town.url('/sign-in?return=/open-data/workshop', 'aachen'))
    await page.locator('form[action$="/demo/dana"] button').first().click()
    const draft = await page.locator('main a[href*="/open-data/draft/0"]').first().getAttribute('href')
    await page.goto(town.url(`${draft}/files`, 'aachen'))
    await page.locator('input[type=file]').first().setInputFiles({ name: 'brunnen.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: file })
    await page.getByRole('button', { name: /hochladen/i }).first().click()
    address = (await page.locator('a[href$="/inspection"]').last().getAttribute('href')) ?? ''
    assert.match(address, /^\/open-data\/version\//)
  })
  await step('reads what was found: the page loads itself again until it is there', async () => {
    await page.goto(town.url(address, 'aachen'))
    await page.getByText('Die Datei hat ausgeblendete Tabellenblätter').waitFor({ timeout: 60_000 })
    const text = await page.locator('main').innerText()
    for (const words of [/Spalte „Plätze“ ist fast überall: ganze Zahl/, /01067/, /01\.01\.2024|1\. Januar 2024/]) assert.match(text, words)
  })
  await step('reads the column as numbers: one row is set apart and can be downloaded', async () => {
    await page.getByRole('button', { name: /Plätze als ganze Zahl lesen/ }).click()
    await page.getByText('Wert passt nicht zur Spalte').waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Nicht übernommene Zeilen herunterladen' }).click()])
    assert.match(await readFile(await download.path(), 'utf8'), /21;Wert passt nicht zur Spalte;Plätze: ca\. 20/)
  })
  await step('says that the hidden sheet is all right', async () => {
    const before = await page.getByRole('button', { name: 'Stimmt so' }).count()
    await page.getByRole('button', { name: 'Stimmt so' }).first().click()
    assert.equal(await page.getByRole('button', { name: 'Stimmt so' }).count(), before - 1)
  })
  await step('gives a column a forbidden name, is told beside the field, and gives a better one', async () => {
    await page.locator('summary', { hasText: 'Bezeichnung' }).click()
    await page.locator('#id-0').fill('_id')
    await page.locator('#label-0').fill('Name des Brunnens')
    await page.getByRole('button', { name: 'Datei neu lesen' }).click()
    assert.match(await page.locator('.mr-error').first().innerText(), /gehört der Zeilennummer/)
    assert.equal(await page.locator('#label-0').inputValue(), 'Name des Brunnens')
    await page.locator('#id-0').fill('name')
    await page.getByRole('button', { name: 'Datei neu lesen' }).click()
    await page.getByText('mit diesen Angaben neu gelesen').waitFor({ timeout: 60_000 })
    assert.match(await page.locator('#first').innerText(), /^Zeile\s+name\s/m)
  })
  await step('somebody else does not get to see it', async () => {
    await page.context().clearCookies()
    await page.goto(town.url('/sign-in?return=/services', 'aachen'))
    await page.locator('form[action$="/demo/mia"] button').first().click()
    const status = (await page.goto(town.url(address, 'aachen')))?.status()
    assert.ok(status === 403 || status === 404, String(status))
    await page.goto(town.url('/open-data', 'aachen'))
  })
})
