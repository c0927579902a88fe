import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, journey, openBrowser, useTown } from '@modellregion/testing'

const town = useTown({ services: ['open-data'] })

journey('A citizen searches a dataset and downloads its file', {}, async ({ page, step }) => {
  await step('opens the start page of the open data', async () => {
    await page.goto(town.url('/open-data', 'aachen'))
    assert.ok((await page.locator('.mr-life > li').count()) === 13, 'all themes of the European list are there')
  })
  await step('searches with an everyday word', async () => {
    await page.locator('main form[role=search] input[name=q]').fill('Ampeln')
    await page.locator('main form[role=search] button').click()
    await page.waitForURL('**/open-data/dataset?**')
    assert.match(await page.locator('.mr-result').first().innerText(), /Ampelanlagen/)
  })
  await step('opens the dataset', async () => {
    await page.locator('.mr-result a').first().click()
    await page.waitForURL('**/open-data/dataset/ampelanlagen-in-koeln')
    assert.ok((await page.locator('.mr-maplist li, .mr-maplistbox li').count()) > 0, 'the map has its list')
  })
  await step('gets the file that is described, from this portal', async () => {
    const link = page.locator('main a.mr-btn').first()
    const href = await link.getAttribute('href')
    assert.match(href ?? '', /^\/open-data\/file\//)
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    assert.ok((await (await download.createReadStream()).toArray()).reduce((sum: number, part: Buffer) => sum + part.length, 0) > 400_000)
  })
})

journey('A citizen on a phone goes too far with the filters and is led back', { viewport: { width: 360, height: 740 }, javascript: false }, async ({ page, step }) => {
  await step('asks for something that does not exist', async () => {
    await page.goto(town.url('/open-data/dataset?q=fahrrad&theme=HEAL&format=PDF', 'aachen'))
    assert.match(await page.locator('.mr-empty').innerText(), /gibt es \d/)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out sideways')
  })
  await step('takes the step back that is offered, and finds as many as was said', async () => {
    const said = /\d+/.exec(await page.locator('.mr-empty a').first().innerText())?.[0]
    await page.locator('.mr-empty a').first().click()
    assert.match(await page.locator('main h2').allInnerTexts().then((all) => all.join()), new RegExp(`\\b${said} Datens`))
  })
  await step('asks for a page behind the last', async () => {
    const answer = await page.goto(town.url('/open-data/dataset?page=9999', 'aachen'))
    assert.equal(answer?.status(), 404)
    await page.locator('.mr-empty a').first().click()
    assert.ok((await page.locator('.mr-result').count()) > 0)
  })
})

test('With the keyboard alone: suggestions, choice, dataset', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(town.url('/open-data/dataset', 'aachen'))
    await page.locator('main form[role=search] input[name=q]').focus()
    await page.keyboard.type('Defibri')
    await page.locator('[role=option]').nth(1).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const chosen = await page.locator('[role=option][aria-selected=true]').innerText()
    assert.match(chosen, /defibri/i)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/open-data/dataset' || url.searchParams.has('q'))
    assert.match(await page.locator('main').innerText(), /Defibrillator/)
  } finally {
    await browser.close()
  }
})
