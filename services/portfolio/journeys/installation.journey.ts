import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { journey, startTown, type Town } from '@modellregion/testing'
import type { Page } from 'playwright-core'

// Two installations: two databases, two addresses. The operator of the second one lets it read what the first one offers.
let there: Town
let here: Town
before(async () => {
  there = await startTown({ services: ['portfolio'] })
  here = await startTown({ services: ['portfolio'], config: { harvest: { allow: [new URL(there.url('/')).host] } } })
})
after(async () => {
  await here.close()
  await there.close()
})
const main = (page: Page) => page.locator('main').innerText()

journey('A town takes a solution over that another installation offers', { javascript: false, locale: 'de' }, async ({ page, step }) => {
  let address = ''
  await step('finds it in the catalogue of the other installation', async () => {
    await page.goto(there.url(`/portfolio/reuse?q=${encodeURIComponent('verständliche Bescheide')}`))
    await page.getByRole('link', { name: 'Textbausteine für verständliche Bescheide' }).first().click()
    await page.waitForURL(/\/portfolio\/reuse\/[0-9a-f-]{36}$/)
    address = page.url()
    assert.match(await main(page), /Lindenhafen[^]*CC-BY-4\.0/)
  })
  await step('signs in at home and reads the address in', async () => {
    await page.goto(here.url(`/sign-in?return=${encodeURIComponent('/portfolio/adoption/import')}`, 'aachen'))
    await page.locator('form[action$="/demo/petra"] button').click()
    await page.waitForURL('**/portfolio/adoption/import')
    await page.locator('#address').fill(address)
    await page.locator('main form button').last().click()
    await page.waitForURL(/\/portfolio\/reuse\/[0-9a-f-]+\/adopt$/)
    assert.match(await main(page), /Lindenhafen[^]*CC-BY-4\.0[^]*text\.md/)
  })
  await step('takes it over and sees where it is from', async () => {
    await page.locator('#consent').check()
    await page.locator('main form button').last().click()
    await page.waitForURL(/note=taken/)
    const text = await main(page)
    assert.match(text, /aktuell/)
    assert.ok(text.includes(address), 'the address of the original')
  })
  await step('works with it', async () => {
    await page.getByRole('link', { name: 'Bei uns öffnen' }).click()
    await page.waitForURL(/\/portfolio\/document\/textbausteine-fuer-verstaendliche-bescheide/)
    assert.match(await main(page), /Jeder Absatz beginnt mit der Entscheidung/)
  })
})
