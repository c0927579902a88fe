import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectAccessible } from './accessibility.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { servePages } from './page-server-testing.ts'
import { withScripts, type RunInPage } from './scripts.ts'

const good = '<!doctype html><html lang="de"><head><title>Gut</title></head><body><main><h1>Gut</h1><p>Alles lesbar.</p><noscript><p id="plain">ohne</p></noscript></main></body></html>'
const bad = '<!doctype html><html lang="de"><head><title>Schlecht</title></head><body><main><h1>Schlecht</h1><img src="/x.png"><input></main></body></html>'
const plain = '<!doctype html><html lang="de"><head><title>Ohne</title><script src="/run.js"></script></head><body><main><h1>Ohne</h1><noscript><p id="shown">Ohne Skript</p><img src="/x.png"></noscript></main></body></html>'
let times = 0
// Loads itself again at once until its work is done, as pages do that show the progress of something.
const busy = (): string => (++times < 4 ? good.replace('<head>', '<head><meta http-equiv="refresh" content="0">') : good)

let close: () => void
let browser: TestBrowser
let address: string
before(async () => {
  const server = await servePages((request, response) => {
    if (request.url === '/run.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end('document.documentElement.dataset.ran = "yes"')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'" })
    if (request.url === '/busy') return void setTimeout(() => response.end(busy()), 50)
    response.end(request.url === '/bad' ? bad : request.url === '/plain' ? plain : good)
  })
  address = server.address
  close = server.close
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  close()
})

for (const javascript of [true, false])
  test(`barriers are found under a strict content policy ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const page = await browser.page({ javascript })
    await page.goto(`${address}/good`)
    assert.equal(await page.locator('#plain').count(), javascript ? 0 : 1)
    await expectAccessible(page)
    await page.goto(`${address}/bad`)
    await assert.rejects(expectAccessible(page), /image-alt[\s\S]*label/)
    await assert.rejects(expectAccessible(page, { exempt: [{ rule: 'image-alt', reason: 'x' }] }), /needs a reason/)
    await page.close()
  })

test('what is read without JavaScript only is checked as well, and the scripts of the page stay out', async () => {
  const page = await browser.page({ javascript: false })
  await page.goto(`${address}/plain`)
  await assert.rejects(expectAccessible(page), /image-alt/)
  await assert.rejects(expectAccessible(page, { within: 'main' }), /image-alt/)
  await expectAccessible(page, { within: 'h1', rules: ['image-alt'] })
  assert.equal(await page.evaluate('document.documentElement.dataset.ran ?? ""'), '')
  assert.ok(await page.locator('noscript #shown').isVisible(), 'it is there as before')
  await page.reload()
  assert.ok(await page.locator('#shown').isVisible(), 'scripts are off again')
  await page.close()
})

test('a page that loads itself again is checked all the same', async () => {
  const page = await browser.page({ javascript: false })
  await page.goto(`${address}/busy`, { waitUntil: 'commit' })
  await expectAccessible(page)
  assert.ok(times > 1, 'it has loaded itself again while it was looked at')
  await page.close()
})

for (const javascript of [true, false])
  test(`work in a page that is left does not go on in the next one ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const page = await browser.page({ javascript })
    await page.goto(`${address}/good`)
    const ended = Promise.withResolvers<void>()
    const work = async (run: RunInPage): Promise<void> => {
      await page.goto(`${address}/bad`)
      await run('document.title = "touched"').finally(ended.resolve)
    }
    await assert.rejects(withScripts(page, work), /navigating|could not find object/i)
    await ended.promise
    assert.equal(await page.title(), 'Schlecht')
    await page.close()
  })

test('a page under test reaches no other host', async () => {
  const page = await browser.page()
  await assert.rejects(page.goto('http://example.org/'), /ERR_INTERNET_DISCONNECTED/)
  await page.close()
})

test('zoom of 200 percent halves the layout width', async () => {
  const page = await browser.page({ zoom: 200, viewport: { width: 640, height: 480 } })
  await page.goto(`${address}/good`)
  assert.equal(await page.evaluate(() => window.innerWidth), 320)
  await page.close()
})
