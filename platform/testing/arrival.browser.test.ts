import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser, type TestBrowser } from './browser.ts'
import { servePages } from './page-server-testing.ts'

const form = '<!doctype html><html lang="de"><head><title>Formular</title></head><body><main><h1>Formular</h1><form method="post" action="/sent"><input id="name" name="name"><button>Senden</button></form><a href="/file">Datei</a><a href="/nothing">Nichts</a><a href="#foot">Fuß</a></main></body></html>'
const page = (title: string) => `<!doctype html><html lang="de"><head><title>${title}</title></head><body><main><h1>${title}</h1></main></body></html>`
const slow = 150 // milliseconds until an answer comes

let close: () => void
let browser: TestBrowser
let address: string
before(async () => {
  const server = await servePages((request, response) => {
    const answer = () => {
      if (request.url === '/sent') return response.writeHead(303, { location: '/done' }).end()
      if (request.url === '/nothing') return response.writeHead(204).end()
      if (request.url === '/file') return response.writeHead(200, { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="werte.csv"' }).end('a,b\n')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(request.url === '/done' ? page('Angekommen') : form)
    }
    setTimeout(answer, request.url === '/' ? 0 : slow)
  })
  address = server.address
  close = server.close
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  close()
})

for (const javascript of [true, false]) {
  test(`a form has arrived when its click comes back, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const visitor = await browser.page({ javascript })
    for (let visit = 0; visit < 5; visit++) {
      await visitor.goto(address)
      await visitor.getByRole('button', { name: 'Senden' }).click()
      assert.equal(visitor.url(), `${address}/done`)
      assert.equal(await visitor.locator('main').innerText(), 'Angekommen')
    }
    await visitor.close()
  })

  test(`so it is by keyboard, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const visitor = await browser.page({ javascript })
    await visitor.goto(address)
    await visitor.locator('#name').press('Enter')
    assert.equal(visitor.url(), `${address}/done`)
    await visitor.goto(address)
    await visitor.locator('#name').focus()
    await visitor.keyboard.press('Enter')
    assert.equal(visitor.url(), `${address}/done`)
    await visitor.close()
  })

  test(`what leads to no page is not waited for, ${javascript ? 'with' : 'without'} JavaScript`, async () => {
    const visitor = await browser.page({ javascript })
    await visitor.goto(address)
    const began = performance.now()
    for (const name of ['Datei', 'Nichts', 'Fuß']) await visitor.getByRole('link', { name }).click()
    assert.equal(visitor.url(), `${address}/#foot`)
    assert.ok(performance.now() - began < 10_000, 'the wait for a page that never comes would have taken longer')
    await visitor.close()
  })
}
