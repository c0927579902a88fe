import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { demoChecklistId } from '../demo/document.ts'

const town = useTown({ services: ['portfolio'] })
const at = (path: string, tenant = 'hohenried'): string => town.url(path, tenant)
const main = (page: Page) => page.locator('main').innerText()

journey('Somebody of another town finds, understands and takes over a solution, in less than 5 minutes', { javascript: false, locale: 'de' }, async ({ page, step }) => {
  const began = performance.now()
  let pages = 0
  page.on('framenavigated', () => pages++)
  await step('begins at the front page with the problem', async () => {
    await page.goto(at('/portfolio'))
    await page.locator('main #q').fill('online Antrag Formular')
    await page.locator('main .mr-search button').click()
    await page.locator('.mr-result').first().waitFor()
  })
  await step('opens what fits and reads what it costs and for whom it is', async () => {
    await page.getByRole('link', { name: 'Checkliste: einen Antrag online anbieten' }).first().click()
    const text = await main(page)
    for (const said of [/Viele brechen ab/, /1 bis 3 Arbeitstage/, /CC0-1\.0/, /Aachen/]) assert.match(text, said)
  })
  await step('wants to take it over and signs in on the way', async () => {
    await page.goto(at(`/sign-in?return=${encodeURIComponent(`/portfolio/reuse/${demoChecklistId}`)}`))
    await page.locator('form[action$="/demo/petra"] button').click()
    await page.locator(`main a[href="/portfolio/reuse/${demoChecklistId}/adopt"]`).first().click()
  })
  await step('takes it over', async () => {
    await page.locator('#consent').check()
    await page.locator('main form button').last().click()
    await page.waitForURL(/note=taken/)
  })
  await step('works with it', async () => {
    await page.goto(at('/portfolio/document/antrag-online-anbieten'))
    assert.match(await main(page), /Eine Frage je Seite/)
  })
  // A person needs about half a minute for each page; a machine shows that the way is short.
  assert.ok(pages <= 10, `${pages} pages`)
  assert.ok(performance.now() - began < 300_000)
})

journey('A template is written, changed by two people at once, and nothing is lost', { javascript: false, locale: 'de' }, async ({ page, step }) => {
  await step('the office writes a template', async () => {
    await page.goto(at(`/sign-in?return=${encodeURIComponent('/portfolio/document/new')}`))
    await page.locator('form[action$="/demo/petra"] button').click()
    await page.locator('#title').fill('Einladung zur Sprechstunde')
    await page.locator('main form button').last().click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#title').inputValue(), 'Einladung zur Sprechstunde')
  })
  await step('and adds what was missing, with a file', async () => {
    await page.locator('#summary').fill('Ein Brief, der zur Sprechstunde einlädt.')
    await page.locator('input[name="class"][value="templates-and-procedures"]').check()
    await page.locator('#text').fill('# Einladung\n\nKommen Sie vorbei.')
    await page.locator('input[type=file]').setInputFiles({ name: 'Bild.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') })
    await page.locator('main form button').last().click()
    await page.waitForURL(/\/portfolio\/document\/einladung-zur-sprechstunde\?saved=1/)
    assert.match(await main(page), /bild\.png/)
  })
  await step('somebody else saves while the form is open', async () => {
    await page.goto(at('/portfolio/document/einladung-zur-sprechstunde/edit'))
    const other = await page.context().newPage()
    await other.goto(at('/portfolio/document/einladung-zur-sprechstunde/edit'))
    await other.locator('#text').fill('# Einladung\n\nKommen Sie am Montag.')
    await other.locator('main form button').last().click()
    await other.waitForURL(/saved=1/)
    await other.close()
    await page.locator('#text').fill('# Einladung\n\nKommen Sie am Dienstag.')
    await page.locator('main form button').last().click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.locator('#text').inputValue(), /Dienstag/)
  })
  await step('saves once more; both versions are there', async () => {
    await page.locator('main form button').last().click()
    await page.waitForURL(/saved=1/)
    assert.match(await main(page), /Dienstag/)
    await page.goto(at('/portfolio/document/einladung-zur-sprechstunde?version=2'))
    assert.match(await main(page), /Montag/)
  })
  await step('offers it to other towns, with what is known of it', async () => {
    await page.getByRole('link', { name: 'Anderen anbieten' }).click()
    assert.equal(await page.locator('#title').inputValue(), 'Einladung zur Sprechstunde')
    await page.locator('main form button').last().click()
    await page.waitForURL(/\/portfolio\/shelf\/[0-9a-f-]+\?done=kept/)
    assert.match(await main(page), /Version 1\.0/)
  })
})
