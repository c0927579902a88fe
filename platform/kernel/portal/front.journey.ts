import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'

const town = useTown()

journey('A citizen finds a service and a dataset from the front page', {}, async ({ page, step }) => {
  await step('opens the front page of the town', async () => {
    await page.goto(town.url('/', 'aachen'))
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Was möchten\u00a0Sie erledigen?'.replace('\u00a0', ' '))
  })
  await step('searches for a word with a typing error', async () => {
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('Verkerhszeichen')
    await page.locator('main form[role=search] button').click()
    await page.waitForURL('**/search?**')
    assert.ok((await page.locator('.mr-result a').count()) > 0)
  })
  await step('opens what was found', async () => {
    await page.locator('.mr-result a').first().click()
    await page.waitForURL('**/open-data/**')
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
  })
})

journey('A citizen reports a barrier and gets a number', {}, async ({ page, step }) => {
  await step('follows the link at the end of a page', async () => {
    await page.goto(town.url('/services', 'hohenried'))
    await page.getByRole('link', { name: 'Barriere oder Fehler melden' }).click()
    assert.equal(await page.locator('#page').inputValue(), '/services')
  })
  await step('sends it too early and is told what is missing, with everything kept', async () => {
    await page.locator('#mail').fill('mia.beispiel')
    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Fehler: /)
    assert.equal(await page.locator('#mail').inputValue(), 'mia.beispiel')
    assert.equal(await page.locator('.mr-error').count(), 2)
  })
  await step('corrects it and sends it', async () => {
    await page.locator('#message').fill('Die Vorlesehilfe liest den Knopf nicht vor.')
    await page.locator('#mail').fill('mia.beispiel@example.org')
    await page.getByRole('button', { name: 'Meldung absenden' }).click()
    await page.locator('main .mr-note').first().waitFor()
    assert.match(await page.locator('main').innerText(), /M-[B-Z2-9]{7}/)
    assert.match(await page.locator('main').innerText(), /[B-Z2-9]{4}-[B-Z2-9]{4}-[B-Z2-9]{4}/)
  })
})

test('A screen reader hears the front page in an order that makes sense', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(town.url('/', 'aachen'))
    const tree = await page.locator('body').ariaSnapshot()
    // A town with many services orders them by situations of life.
    const order = [/Zum Inhalt/, /banner/, /navigation "Hauptmenü"/, /main/, /heading "Was möchten/, /search/, /heading "(Dienste|Nach Lebenslage)"/, /heading "Neues aus Aachen"/, /contentinfo/]
    const places = order.map((text) => tree.search(text))
    assert.ok(places.every((place) => place >= 0), `missing: ${order.filter((_, at) => (places[at] ?? -1) < 0).join(', ')}\n${tree}`)
    assert.deepEqual(places, places.toSorted((a, b) => a - b), tree)
  } finally {
    await browser.close()
  }
})

test('With the keyboard alone: skip link, search, result', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(town.url('/', 'lindenhafen'))
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Zum Inhalt')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search')
    await page.keyboard.type('Daten')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=Daten')
    assert.ok((await page.locator('main a').count()) > 0)
  } finally {
    await browser.close()
  }
})
