import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['help-chat'] })
const at = (path: string): string => town.url(path, 'hohenried')

journey('Somebody reads first: an article, the helper, what is protected', {}, async ({ page, step, javascript }) => {
  await step('opens the first page and sees numbers for need', async () => {
    await page.goto(at('/help-chat'))
    assert.equal(await page.locator('a[href="tel:112"]').first().isVisible(), true)
  })
  await step('reads an article', async () => {
    if (javascript) await page.locator('#help-find:enabled').waitFor()
    await page.getByRole('link', { name: 'Mobbing', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Mobbing', exact: true }).waitFor()
    assert.match(await page.locator('main').innerText(), /Geprüft am/)
    assert.equal(new URL(page.url()).pathname, javascript ? '/help-chat' : '/help-chat/knowledge/bullying')
  })
  await step('finds out what happened, with answers that no server hears', async () => {
    await page.goto(at('/help-chat/helper'))
    await page.locator('#start').getByRole('link', { name: 'Nein, gerade nicht' }).click()
    await page.locator('#what').getByRole('link', { name: /Um Menschen/ }).click()
    await page.locator('#people').getByRole('link', { name: /Sexuelle Worte/ }).click()
    assert.equal(new URL(page.url()).hash, '#sexual')
    await page.locator('#sexual a[href="/help-chat/knowledge/sexual-harassment"]').first().waitFor()
  })
  await step('reads everything on one page', async () => void (await page.goto(at('/help-chat/knowledge/everything'))))
  await step('reads what is not protected', async () => {
    await page.goto(at('/help-chat/protection'))
    assert.match(await page.locator('main').innerText(), /Was nicht geschützt ist/)
  })
  await step('looks up which program runs here', async () => {
    await page.goto(at('/help-chat/app/version'))
    assert.equal((await page.locator('[data-check-words]').innerText()).split(' · ').length, 6)
    await page.locator('main details summary').first().click()
    await page.locator('#files-program td').first().waitFor()
  })
  await step('reads what keeping it on the device means', async () => void (await page.goto(at('/help-chat/app'))))
  await step('reads in Leichte Sprache', async () => {
    await page.goto(at('/help-chat/knowledge/bullying?lang=de-x-leicht'))
    assert.match(await page.locator('main').innerText(), /Vertrauens-Person/)
  })
  await step('leaves', async () => {
    await page.getByRole('link', { name: /Schnell weg/ }).click()
    await page.waitForURL(at('/'))
  })
})

const waysIn = (page: Page): string[] => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  return asked
}

test('Searching, reading and finding out ask the server nothing, and the address stays', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(at('/help-chat'))
    await page.locator('#help-find:enabled').waitFor()
    const asked = waysIn(page)
    const depth = await page.evaluate(() => history.length)
    await page.locator('#help-find').pressSequentially('diskrimminierung')
    await page.getByRole('status').filter({ hasText: 'diskriminierung' }).waitFor()
    await page.locator('mark').first().waitFor()
    await page.locator('#help-find').fill('')
    await page.locator('#help-find').pressSequentially('Kündigung nach Hinweis')
    await page.locator('[role=search] ~ section a').first().click()
    await page.locator('h3[tabindex="-1"]').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H3', 'whoever listens hears where they are')
    await page.getByRole('button', { name: 'Zur Übersicht' }).first().click()
    await page.getByRole('button', { name: /Was ist mir passiert/ }).click()
    for (const answer of ['Nein, gerade nicht', /Um Regeln/, 'Erst reden']) await page.getByRole('button', { name: answer }).click()
    await page.getByRole('link', { name: 'Zwei Wege: reden oder melden' }).click()
    await page.getByRole('heading', { name: 'Zwei Wege: reden oder melden' }).waitFor()
    assert.deepEqual(asked, [], 'no request while searching and reading')
    assert.equal(new URL(page.url()).pathname, '/help-chat')
    assert.equal(await page.evaluate(() => history.length), depth)
  } finally {
    await browser.close()
  }
})

test('Whoever leaves fast leaves nothing: no history, storage, caches, workers, cookies, and the way back shows nothing', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(at('/'))
    await page.goto(at('/help-chat'))
    const isReady = () => page.locator('[data-island="quick-exit"][data-island-ready]').waitFor({ state: 'attached' })
    await isReady()
    const depth = await page.evaluate(() => history.length)
    for (const path of ['/help-chat/protection', '/help-chat/app/version', '/help-chat/app']) {
      await page.evaluate((href) => { const link = document.createElement('a'); link.href = href; link.textContent = 'on'; document.querySelector('main')?.append(link) }, path)
      await page.locator('main > a').click()
      await page.waitForURL(at(path))
      await isReady()
    }
    assert.equal(await page.evaluate(() => history.length), depth, 'inside, no entry is added')
    await page.getByRole('button', { name: 'Behalten' }).click()
    await page.getByText('Dieses Gerät behält das Programm').waitFor()
    await page.evaluate(async () => {
      sessionStorage.setItem('help-chat.draft', 'x')
      localStorage.setItem('help-chat.device', 'x')
      await new Promise((done) => { const opening = indexedDB.open('help-chat-vault'); opening.onsuccess = () => { opening.result.close(); done(undefined) } })
    })
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await page.waitForURL(at('/'))
    const left = await page.evaluate(async () => ({
      session: sessionStorage.length,
      local: localStorage.length,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: (await caches.keys()).filter((name) => name.startsWith('notes')),
      workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).filter((scope) => scope !== '/'),
      history: history.length,
    }))
    assert.deepEqual(left, { session: 0, local: 0, databases: [], caches: [], workers: [], history: depth })
    assert.deepEqual((await page.context().cookies()).map(({ name }) => name).filter((name) => name !== 'mr'), [])
    await page.goBack()
    assert.equal(new URL(page.url()).pathname, '/', 'before it there is only where the person came from')
    assert.doesNotMatch(await page.locator('main').innerText(), /Prüfwörter|Schnell weg/)
  } finally {
    await browser.close()
  }
})

test('A kept app works without network, and refuses a file that is not what was shown', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(at('/help-chat/app/version'))
    const published = await page.locator('[data-check-words]').innerText()
    await page.goto(at('/help-chat/app'))
    await page.getByRole('button', { name: 'Behalten' }).click()
    await page.getByText('Dieses Gerät behält das Programm').waitFor()
    assert.equal(await page.locator('[data-check-words]').innerText(), published, 'both pages name the same words')

    await page.context().setOffline(true)
    await page.goto(at('/help-chat/knowledge/bullying?lang=de'))
    await page.getByRole('heading', { level: 1, name: 'Mobbing' }).waitFor()
    await page.goto(at('/help-chat?lang=de'))
    await page.locator('#help-find:enabled').waitFor()
    await page.locator('#help-find').pressSequentially('Personalrat')
    await page.locator('mark').first().waitFor()
    await page.goto(at('/help-chat/case'))
    await page.locator('[data-island="help-case"][data-island-ready]').waitFor({ state: 'attached' })
    await page.context().setOffline(false)

    await page.evaluate(async () => {
      const name = (await caches.keys()).find((key) => /^notes-[0-9a-f]{64}$/.test(key)) ?? ''
      const cache = await caches.open(name)
      const script = (await cache.keys()).find(({ url }) => /help-case\.island/.test(url))
      if (script) await cache.put(script, new Response('alert(1)', { headers: { 'content-type': 'text/javascript' } }))
    })
    assert.equal((await page.goto(at('/help-chat/case')))?.status(), 503)
    assert.match(await page.locator('body').innerText(), /Dieses Programm wurde verändert[\s\S]*help-case\.island/)
  } finally {
    await browser.close()
  }
})
