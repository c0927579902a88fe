import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['open-data'] })

/** The table of a copy is made by a job after the town has been filled; the page says nothing of it before. */
async function openTable(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Tabelle ansehen' }).first()
  for (let tries = 0; tries < 60 && (await link.count()) === 0; tries++) {
    await page.waitForTimeout(1_000)
    await page.reload()
  }
  await link.click()
  await page.waitForURL('**/open-data/explore/**')
}

journey('A developer goes from the search to a chart and to code', {}, async ({ page, step }) => {
  await step('finds a dataset', async () => {
    await page.goto(town.url('/open-data/dataset?q=Einwohner+Stadtbezirk', 'aachen'))
    await page.locator('.mr-result a').first().click()
    await page.waitForURL('**/open-data/dataset/**')
  })
  await step('opens its table', async () => {
    await openTable(page)
    assert.equal(await page.locator('#rows tbody tr').count(), 50)
  })
  await step('filters by what was counted, and the address says so', async () => {
    await page.getByLabel('Einwohner nach Alter', { exact: false }).first().check()
    if (!page.url().includes('in.tabelle=')) await page.getByRole('button', { name: 'Filter anwenden' }).click()
    await page.waitForURL('**in.tabelle=**')
    await page.locator('.mr-chips', { hasText: 'Einwohner nach Alter' }).waitFor()
    for (const row of await page.locator('#rows tbody tr').allInnerTexts()) assert.match(row, /Einwohner nach Alter/)
  })
  await step('draws a chart, which has a table', async () => {
    await page.getByRole('navigation', { name: 'Ansichten der Tabelle' }).getByRole('link', { name: 'Diagramm' }).click()
    await page.waitForURL('**view=chart**')
    assert.match(await page.locator('#chart-finding').innerText(), /20\d\d/)
    await page.locator('.mr-frame__foot summary').click()
    assert.ok((await page.locator('.mr-frame__foot tbody tr').count()) >= 3)
  })
  await step('takes the code, which fetches the same selection', async () => {
    await page.getByRole('navigation', { name: 'Ansichten der Tabelle' }).getByRole('link', { name: 'Abruf mit Code' }).click()
    const code = await page.locator('.mr-code__lines').first().innerText()
    const address = /'(http[^']+)'/.exec(code)?.[1] ?? ''
    const [download] = await Promise.all([page.waitForEvent('download'), page.goto(address).catch(() => {})])
    const csv = await readFile(await download.path(), 'utf8')
    const [head = '', ...rows] = csv.trim().split('\n')
    assert.match(head, /raum/)
    assert.ok(rows.length > 10 && rows.every((row) => row.includes('Einwohner nach Alter')))
  })
})

journey('A developer asks a table in SQL', { javascript: true }, async ({ page, step }) => {
  await step('opens SQL for the table', async () => {
    await page.goto(town.url('/open-data/dataset?q=Einwohner+Stadtbezirk', 'aachen'))
    await page.locator('.mr-result a').first().click()
    await openTable(page)
    await page.getByRole('link', { name: 'SQL', exact: true }).click()
    await page.getByRole('button', { name: 'Datenbank laden' }).waitFor()
  })
  await step('loads the database and sees an answer', async () => {
    await page.getByRole('button', { name: 'Datenbank laden' }).click()
    await page.locator('.mr-sql table').waitFor({ timeout: 120_000 })
    await page.locator('#sql').fill('select count(*) as zeilen from tabelle')
    await page.getByRole('button', { name: 'Abfrage ausführen' }).click()
    await page.locator('.mr-sql td', { hasText: '29.135' }).waitFor({ timeout: 30_000 })
    assert.match(page.url(), /#sql=/)
  })
})
