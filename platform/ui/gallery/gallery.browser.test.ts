import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectAccessible, openBrowser, type TestBrowser } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { allExamples } from './all-examples.ts'
import { type Preview, startPreview } from './preview.ts'

let preview: Preview
let browser: TestBrowser
let page: Page
const messages: string[] = []

before(async () => {
  preview = await startPreview()
  browser = await openBrowser()
  page = await browser.page({ reducedMotion: true })
  page.on('console', (message) => {
    // Software WebGL of test machines reports its slowness; that is no message of ours.
    if (/GL Driver Message/.test(message.text())) return
    if (message.type() === 'error' || message.type() === 'warning') messages.push(message.text())
  })
  page.on('pageerror', (error) => messages.push(error.message))
})

after(async () => {
  await browser?.close()
  await preview?.close()
})

/** What can become wrong in a document without barriers when only colours and widths change. */
const ofLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

const overflow = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth

/** Everything that is pressed or typed into is at least 44 px high, except links inside running text and table cells. */
function smallTargets(): string[] {
  const controls = document.querySelectorAll<HTMLElement>('button, summary, select, textarea, label.mr-check, input:not([type="hidden"], [type="checkbox"], [type="radio"]), .mr-btn, .mr-chip, .mr-tabs a, .mr-pages a, .mr-nav a')
  return [...controls]
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.height > 0 && box.width > 2 && box.height < 43.5)
    .map(({ control, box }) => `${control.outerHTML.slice(0, 80)} is ${box.height} px high`)
}

for (const { component, examples } of allExamples) {
  test(`${component}: every example is accessible light, dark, at 320 px and with text of 200 %`, async () => {
    for (const { name } of examples) {
      const where = `${component}/${name}`
      messages.length = 0
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(`${preview.origin}/_ui/${where}`)
      await expectAccessible(page)
      assert.deepEqual(await page.evaluate(smallTargets), [], where)

      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'))
      assert.ok((await page.evaluate(overflow)) <= 0, `${where} is too wide by ${await page.evaluate(overflow)} px with text of 200 %`)
      await page.evaluate(() => void (document.documentElement.style.fontSize = ''))

      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 320, height: 700 })
      assert.ok((await page.evaluate(overflow)) <= 0, `${where} is too wide by ${await page.evaluate(overflow)} px at 320 px`)
      await expectAccessible(page, { rules: ofLooks })
      assert.deepEqual(messages, [], where)
    }
  })
}

test('the town’s colours reach the page, and the reader’s choice beats the device', async () => {
  const ground = (): string => getComputedStyle(document.body).backgroundColor
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${preview.origin}/_ui/note/kinds`)
  assert.equal(await page.evaluate(ground), 'rgb(246, 250, 252)')
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.equal(await page.evaluate(ground), 'rgb(13, 20, 23)')
  await page.goto(`${preview.origin}/_ui/note/kinds?theme=light`)
  assert.equal(await page.evaluate(ground), 'rgb(246, 250, 252)')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${preview.origin}/_ui/note/kinds?theme=dark`)
  assert.equal(await page.evaluate(ground), 'rgb(13, 20, 23)')
})

test('suggestions follow the combobox pattern: arrows choose, Escape closes, the completion is bold', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${preview.origin}/_ui/search-box/suggesting`)
  const field = page.getByRole('combobox', { name: 'Suche' })
  await field.pressSequentially('wohng')
  await page.getByRole('option', { name: 'Wohngeld beantragen' }).waitFor()
  await page.getByText('1 Vorschläge').waitFor({ state: 'attached' })
  await field.press('ArrowDown')
  await field.press('ArrowDown')
  const active = await field.getAttribute('aria-activedescendant')
  assert.equal(await page.locator(`[id="${active}"]`).getAttribute('aria-selected'), 'true')
  assert.equal(await page.locator(`[id="${active}"] b`).last().textContent(), 'eld beantragen')
  await expectAccessible(page)
  await field.press('Escape')
  assert.equal(await field.getAttribute('aria-expanded'), 'false')
})

test('menus close with Escape and give the focus back', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${preview.origin}/_ui/page-frame/page`)
  const summary = page.locator('.mr-header__util summary', { hasText: 'Ansicht' })
  await summary.click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('details[data-menu][open]').count(), 0)
  assert.ok(await summary.evaluate((element) => element === document.activeElement))
})

test('the appearance changes at once and is asked of the server in the background', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const asked = page.waitForRequest(/\/ansicht\?theme=dark$/)
  await page.route('**/ansicht?**', (route) => route.fulfill({ status: 204 }))
  await page.goto(`${preview.origin}/_ui/page-frame/page`)
  await page.locator('.mr-header__util summary', { hasText: 'Ansicht' }).click()
  await page.locator('.mr-header__util').getByRole('button', { name: 'Dunkel' }).click()
  await asked
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(13, 20, 23)')
  assert.equal(await page.locator('.mr-header__util').getByRole('button', { name: 'Dunkel' }).getAttribute('aria-pressed'), 'true')
})

test('the dialog opens where script runs and the safe choice closes it', async () => {
  await page.goto(`${preview.origin}/_ui/dialog/question`)
  await page.getByRole('link', { name: 'Entwurf löschen' }).click()
  await expectAccessible(page, { within: 'dialog' })
  await page.getByRole('button', { name: 'Behalten' }).click()
  assert.equal(await page.locator('dialog[open]').count(), 0)
})

test('slider, sentence and number field say the same', async () => {
  await page.goto(`${preview.origin}/_ui/field/range`)
  await page.getByRole('spinbutton').fill('25')
  assert.equal(await page.locator('output').textContent(), '25')
  assert.equal(await page.getByRole('slider').inputValue(), '25')
})

test('errors take the focus, and a line leads to its field', async () => {
  await page.goto(`${preview.origin}/_ui/form/question-page`)
  assert.ok(await page.locator('[data-errors]').evaluate((element) => element === document.activeElement))
  await page.getByRole('link', { name: 'Geben Sie einen Tag ab morgen an.' }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'tag')
})

test('the moving map comes under a strict policy, without tiles, and keeps its list', async () => {
  messages.length = 0
  await page.goto(`${preview.origin}/_ui/map-frame/points`)
  await page.locator('[data-map-ready]').waitFor()
  assert.equal(await page.locator('.mr-map__pin').count(), 4)
  await page.getByRole('button', { name: 'Näher' }).click()
  await expectAccessible(page)
  assert.deepEqual(messages, [])
})

test('an island wakes up and works; without script its text is there and its button is not', async () => {
  const quiet = await browser.page({ javascript: false })
  await quiet.goto(`${preview.origin}/_ui/copy-text/citation`)
  assert.equal(await quiet.getByText('Stadt Aachen (2026)').isVisible(), true)
  assert.equal(await quiet.getByRole('button').count(), 0)
  await quiet.close()
  await page.goto(`${preview.origin}/_ui/copy-text/citation`)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('[data-island-ready]').waitFor()
  await page.getByRole('button', { name: 'Kopieren' }).click()
  await page.getByRole('button', { name: 'Kopiert' }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'Stadt Aachen (2026): Radverkehr, Zählstellen')
})

test('a filter is applied at once, the address says so, and the focus stays where it was', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${preview.origin}/_ui/facets/beside-results`)
  await page.evaluate(() => document.querySelector('main')?.setAttribute('data-old', ''))
  await page.getByRole('checkbox', { name: /Umwelt/ }).check()
  await page.locator('main:not([data-old])').waitFor()
  assert.deepEqual(new URL(page.url()).searchParams.getAll('thema'), ['tran', 'envi'])
  assert.equal(new URL(page.url()).searchParams.get('q'), 'Verkehr')
  assert.equal(await page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : '')), 'envi')
})

test('without script every control of a list page is there', async () => {
  const quiet = await browser.page({ javascript: false })
  await quiet.goto(`${preview.origin}/_ui/facets/beside-results`)
  assert.equal(await quiet.getByRole('button', { name: 'Filter anwenden' }).isVisible(), true)
  assert.equal(await quiet.getByRole('button', { name: 'Sortieren' }).isVisible(), true)
  await quiet.getByRole('checkbox', { name: /Umwelt/ }).check()
  await quiet.getByRole('button', { name: 'Filter anwenden' }).click()
  assert.deepEqual(new URL(quiet.url()).searchParams.getAll('thema'), ['tran', 'envi'])
  await quiet.close()
})

test('the gallery shows every component', async () => {
  await page.goto(`${preview.origin}/_ui`)
  assert.equal(await page.locator('main h2').filter({ hasText: new RegExp(`^(${allExamples.map((one) => one.component).join('|')})$`) }).count(), allExamples.length)
})
