import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { demoAdoptionId } from '../demo/adoption.ts'

const town = useTown({ services: ['portfolio'] })
const at = (path: string, tenant: string): string => town.url(path, tenant)

async function signIn(page: Page, person: string, to: string, tenant: string): Promise<void> {
  await page.goto(at(`/sign-in?return=${encodeURIComponent(to)}`, tenant))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(at(to, tenant))
}
const main = (page: Page) => page.locator('main').innerText()

journey('A town takes a text over, the original and both sides change, the merge is shown and nothing is lost', { javascript: false }, async ({ page, step }) => {
  const entry = demoAdoptionId('entry letters')
  await step('the project office of a third town finds it and reads what it means', async () => {
    await signIn(page, 'petra', `/portfolio/reuse/${entry}`, 'aachen')
    await page.locator(`main a[href="/portfolio/reuse/${entry}/adopt"]`).first().click()
    assert.match(await main(page), /CC-BY-4\.0/)
    assert.match(await main(page), /text\.md/)
  })
  await step('forgets to say what the register may show, and is asked', async () => {
    await page.locator('main form button').last().click()
    await page.getByRole('alert').waitFor()
  })
  await step('takes it over with one click', async () => {
    await page.locator('#consent').check()
    await page.locator('main form button').last().click()
    await page.waitForURL(/\/portfolio\/adoption\/[0-9a-f-]+\?note=taken/)
    assert.match(await main(page), /aktuell/)
  })
  await step('a second time leads to the first', async () => {
    const first = new URL(page.url()).pathname
    await page.goto(at(`/portfolio/reuse/${entry}/adopt`, 'aachen'))
    assert.equal(new URL(page.url()).pathname, first)
  })
  await step('another town sees who took it over', async () => {
    await page.context().clearCookies()
    await page.goto(at(`/portfolio/reuse/${entry}`, 'lindenhafen'))
    assert.match(await main(page), /Aachen/)
  })

  const mine = demoAdoptionId('installation survey')
  await step('a town whose text both sides have changed sees both, line by line', async () => {
    await signIn(page, 'petra', '/portfolio/adoption', 'hohenried')
    await page.locator(`a[href="/portfolio/adoption/${mine}"]`).click()
    const text = await main(page)
    assert.match(text, /beide geändert/)
    assert.match(text, /neu im Original/)
    assert.match(text, /neu bei uns/)
    assert.match(text, /Bürgerbus/)
    assert.match(text, /Büchereien/)
    assert.match(text, /Frage 1 von 1/)
  })
  await step('without an answer nothing is written', async () => {
    await page.locator('textarea').fill('- Papierbogen im Rathaus, beim Bürgerbus und in der Bücherei.')
    await page.locator('main form').filter({ has: page.locator('textarea') }).locator('button').click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('textarea').inputValue(), '- Papierbogen im Rathaus, beim Bürgerbus und in der Bücherei.')
  })
  await step('the answer is carried out, and both changes are in the text', async () => {
    await page.locator('input[type=radio][value=own]').check()
    await page.locator('main form').filter({ has: page.locator('textarea') }).locator('button').click()
    await page.waitForURL(/note=updated/)
    await page.goto(at('/portfolio/document/demo-survey', 'hohenried'))
    const text = await main(page)
    for (const line of [/Papierbogen im Rathaus, beim Bürgerbus und in der Bücherei/, /Höchstens 12 Fragen, in Leichter Sprache/, /im Ortsblatt drucken/]) assert.match(text, line)
  })
  await step('the state before can be read and comes back', async () => {
    await page.goto(at(`/portfolio/adoption/${mine}/version/1`, 'hohenried'))
    assert.match(await main(page), /Bürgerbus auslegen/)
    await page.locator('main form button').click()
    await page.waitForURL(/note=restored/)
    assert.match(await main(page), /beide geändert/)
  })
})

journey('A town reports what it took, lets itself be named, and takes its name back', { javascript: false }, async ({ page, step }) => {
  const entry = demoAdoptionId('entry survey')
  let mine = ''
  await step('says that it uses it too', async () => {
    await signIn(page, 'petra', `/portfolio/reuse/${entry}`, 'aachen')
    await page.locator(`a[href="/portfolio/reuse/${entry}/use"]`).click()
    await page.locator('input[value=named-report]').check()
    await page.locator('input[name=state][value=running]').check()
    await page.locator('#since').fill('1')
    await page.locator('#since-month').fill('2')
    await page.locator('#since-year').fill('2025')
    await page.locator('#effortDays').fill('3')
    await page.locator('#once').fill('zwölf')
    await page.locator('#worked').fill('Erst im kleinen Kreis ausprobieren.')
    await page.locator('main form button').last().click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#worked').inputValue(), 'Erst im kleinen Kreis ausprobieren.')
  })
  await step('corrects the amount', async () => {
    await page.locator('#once').fill('250')
    await page.locator('main form button').last().click()
    await page.waitForURL(/note=reported/)
    mine = new URL(page.url()).pathname
  })
  await step('others read it', async () => {
    await page.goto(at(`/portfolio/reuse/${entry}`, 'lindenhafen'))
    const text = await main(page)
    assert.match(text, /Erst im kleinen Kreis/)
    assert.match(text, /3 Arbeitstage/)
  })
  await step('takes the name back, and it is gone at once', async () => {
    await page.goto(at(mine, 'aachen'))
    await page.locator('form[action$="/withdraw"] button').click()
    await page.waitForURL(/note=reported/)
    await page.goto(at(`/portfolio/reuse/${entry}`, 'lindenhafen'))
    assert.doesNotMatch(await main(page), /Erst im kleinen Kreis/)
  })
  await step('the auditor reads and changes nothing', async () => {
    await page.context().clearCookies()
    await signIn(page, 'rita', mine, 'aachen')
    assert.equal(await page.locator('main form').count(), 0)
    assert.equal((await page.goto(at(`${mine}/report`, 'aachen')))?.status(), 403)
  })
})

test('A package goes from one town into another by file, with the keyboard alone', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(at('/portfolio/reuse', 'lindenhafen'))
    const packaged = await page.evaluate(async (path) => await (await fetch(path)).text(), `/portfolio/reuse/${demoAdoptionId('entry letters')}/package.json`)
    await signIn(page, 'petra', '/portfolio/adoption/import', 'hohenried')
    await page.locator('#package').setInputFiles({ name: 'paket.json', mimeType: 'application/json', buffer: Buffer.from(packaged) })
    await page.locator('#package').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/portfolio\/reuse\/[0-9a-f-]+\/adopt/)
    await page.locator('#consent').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/note=taken/)
  } finally {
    await browser.close()
  }
})
