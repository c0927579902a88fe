import assert from 'node:assert/strict'
import { readPaper } from '@modellregion/paper/reading'
import { localDate, partsOf } from '@modellregion/standards'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['portfolio'] })
const at = (path: string): string => town.url(`/portfolio${path}`, 'lindenhafen')
const main = (page: Page): Promise<string> => page.locator('main').innerText()

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/portfolio${to}`)}`, 'lindenhafen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(at(to))
}

journey('The project office publishes the report of a year, and a visitor reads it', { locale: 'de', viewport: { width: 360, height: 740 }, javascript: false }, async ({ page, step }) => {
  const year = partsOf(localDate(new Date())).year - 1
  await step('a visitor finds no report yet', async () => {
    assert.equal((await page.goto(at(`/yearbook/${year}`)))?.status(), 404)
    await page.goto(at('/yearbook'))
    assert.match(await main(page), /Noch kein Bericht/)
  })
  await step('the auditor reads the draft and finds nothing to change', async () => {
    await signIn(page, 'rita', `/yearbook/${year}`)
    assert.match(await main(page), /Entwurf/)
    assert.equal(await page.getByRole('link', { name: 'Vorwort schreiben' }).count(), 0)
  })
  await step('the office opens the draft from the list', async () => {
    await signIn(page, 'petra', '/yearbook')
    await page.getByRole('link', { name: `Jahresbericht ${year}` }).click()
    assert.equal(await page.getByRole('link', { name: 'Veröffentlichen' }).count(), 0)
    await page.getByRole('link', { name: 'Vorwort schreiben' }).click()
  })
  await step('a mark that cannot be shown is told with its line, and the text stays', async () => {
    await page.locator('#foreword').fill('Ein gutes Jahr.\n\nein **offenes Wort')
    await page.getByRole('button', { name: 'Speichern' }).click()
    assert.match(await main(page), /Zeile 3 /)
    assert.match(await page.locator('#foreword').inputValue(), /ein \*\*offenes Wort/)
  })
  await step('mended, it stands in the draft', async () => {
    await page.locator('#foreword').fill('Ein gutes Jahr für **Lindenhafen**.\n\n- Übertragbarkeit geübt\n- Größe gezeigt')
    await page.getByRole('button', { name: 'Speichern' }).press('Enter')
    await page.waitForURL(at(`/yearbook/${year}`))
    assert.equal(await page.locator('strong', { hasText: 'Lindenhafen' }).count(), 1)
  })
  await step('before it is published, the office is asked', async () => {
    await page.getByRole('link', { name: 'Veröffentlichen' }).click()
    assert.match(await main(page), /lässt sich nicht zurücknehmen/)
  })
  await step('then it is public and frozen', async () => {
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    assert.match(await main(page), /Der Bericht ist veröffentlicht\./)
    assert.equal(await page.getByRole('link', { name: 'Vorwort ändern' }).count(), 0)
  })
  await step('a visitor reads it and takes the PDF along', async () => {
    await page.context().clearCookies()
    await page.goto(at('/yearbook'))
    await page.getByRole('link', { name: `Jahresbericht ${year}` }).click()
    assert.match(await main(page), /Ein gutes Jahr für Lindenhafen[\s\S]*in Zahlen[\s\S]*SHA-256/)
    const href = await page.getByRole('link', { name: 'Als PDF' }).getAttribute('href')
    // Names below localhost are known to browsers only.
    const { port, host } = new URL(page.url())
    const file = await (await page.request.get(`http://127.0.0.1:${port}${href}`, { headers: { host, 'accept-language': 'de' } })).body()
    const { texts, catalogue } = readPaper(file)
    assert.match(catalogue, /\/Lang \(de/)
    assert.match(texts.join(' '), /Ein gutes Jahr für Lindenhafen.*Übertragbarkeit geübt/s)
  })
})
