import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { checkPubliccode } from '../publiccode/rules/check.ts'

const town = useTown({ services: ['portfolio'] })
const at = (path: string): string => town.url(path, 'aachen')
const good = readFileSync(join(import.meta.dirname, '../demo/publiccode/hall-booking.yml'), 'utf8').replaceAll('hallenplan', 'saalplan').replaceAll('Hallenplan', 'Saalplan')
const broken = good.replace('developmentStatus: stable', 'developmentStatus: fertig').replace('  license: EUPL-1.2\n', '')

/** A program asks; names below localhost are known to browsers only. */
const call = (path: string, order?: object): Promise<{ status: number; text: string }> =>
  new Promise((done, fail) => {
    const { host, port } = new URL(at(path))
    const asked = request({ host: '127.0.0.1', port, path, method: order ? 'POST' : 'GET', headers: { host, ...(order && { 'content-type': 'application/json' }) } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }))
    })
    asked.on('error', fail).end(order && JSON.stringify(order))
  })
const main = (page: Page) => page.locator('main').innerText()
/** The button of the form that has a field of this name. */
const send = (page: Page, field = 'text') => page.locator('main form').filter({ has: page.locator(`[name="${field}"]`) }).locator('button').first().click()

journey('Anybody checks a publiccode.yml, reads line by line what to mend, and nothing is kept', { javascript: false }, async ({ page, step }) => {
  await step('sends nothing and is told what is missing', async () => {
    await page.goto(at('/portfolio/publiccode/check'))
    await send(page)
    await page.getByRole('alert').waitFor()
  })
  await step('pastes a broken file by keyboard and reads key and line', async () => {
    await page.locator('#text').focus()
    await page.keyboard.insertText(broken)
    await send(page)
    const line = broken.split('\n').findIndex((text) => text.startsWith('developmentStatus')) + 1
    const row = page.locator('#findings tbody tr', { hasText: 'developmentStatus' })
    assert.match(await row.innerText(), new RegExp(`^\\s*${line}\\b`))
    assert.match(await main(page), /\tlegal\t/)
    assert.equal(await page.locator('#text').inputValue(), broken)
  })
  await step('uploads the mended one', async () => {
    await page.locator('#file').setInputFiles({ name: 'publiccode.yml', mimeType: 'text/yaml', buffer: Buffer.from(good) })
    await send(page, 'file')
    assert.match(await main(page), /Die Datei ist gültig/)
  })
})

journey('The project office takes software into the catalogue, and everybody gets its file back without people in it', { javascript: false }, async ({ page, step }) => {
  const named = good.replace('legal:\n', 'legal:\n  mainCopyrightOwner: Erika Muster\n')
  await step('signs in and pastes a file with a mistake: refused, line by line', async () => {
    await page.goto(at(`/sign-in?return=${encodeURIComponent('/portfolio/publiccode/import')}`))
    await page.locator('form[action$="/demo/petra"] button').click()
    await page.waitForURL(at('/portfolio/publiccode/import'))
    await page.locator('#text').fill(broken)
    await send(page)
    assert.match(await main(page), /\tlegal\t/)
  })
  await step('looks at the preview and keeps it', async () => {
    await page.locator('#text').fill(named)
    await send(page)
    assert.match(await main(page), /Saalplan/)
    assert.match(await main(page), /Beispiel Software GmbH/)
    await send(page, 'published')
    await page.waitForURL(/\/portfolio\/reuse\/[0-9a-f-]{36}/)
  })
  const entry = new URL(page.url()).pathname
  await step('the entry gives its file to other catalogues', async () => {
    const answer = await call(`${entry}/publiccode.yml`)
    assert.equal(answer.status, 200)
    const { publiccode, findings } = checkPubliccode(Buffer.from(answer.text))
    assert.deepEqual(findings, [])
    assert.equal(publiccode?.name, 'Saalplan')
    assert.doesNotMatch(answer.text, /Erika/)
  })
  await step('and stands in the list for crawlers beside the services of the platform, each file valid', async () => {
    const index = JSON.parse((await call('/portfolio/api/publiccode.json')).text)
    assert.ok(index.software.some((one: { name: string }) => one.name === 'Saalplan'))
    assert.ok(index.services.length >= 1)
    for (const { publiccode } of [...index.services, ...index.software]) {
      const file = await call(new URL(publiccode).pathname)
      assert.deepEqual(checkPubliccode(Buffer.from(file.text)).findings.filter(({ level }) => level !== 'hint'), [], publiccode)
    }
  })
  await step('taken again it is renewed, not doubled', async () => {
    await page.goto(at('/portfolio/publiccode/import'))
    await page.locator('#text').fill(named)
    await send(page)
    assert.match(await main(page), /steht schon im Katalog/)
    await send(page, 'published')
    await page.waitForURL(/\/portfolio\/reuse\//)
    assert.equal(new URL(page.url()).pathname, entry)
  })
})

journey('The interface checks a file for programs, in both languages, and calls nothing inside', { javascript: false }, async ({ page, step }) => {
  const ask = (order: object) => call('/portfolio/api/publiccode/check', order)
  await step('finds what is wrong and what is right', async () => {
    await page.goto(at('/portfolio/publiccode/check'))
    const found = JSON.parse((await ask({ text: broken })).text)
    assert.equal(found.valid, false)
    const [first] = found.findings
    assert.deepEqual([typeof first.message.de, typeof first.message.en, typeof first.line], ['string', 'string', 'number'])
    assert.deepEqual(JSON.parse((await ask({ text: good })).text), { valid: true, findings: [] })
  })
  await step('is given nothing, or an address inside', async () => {
    assert.equal((await ask({})).status, 422)
    for (const address of ['http://127.0.0.1/publiccode.yml', 'https://169.254.169.254/publiccode.yml', 'file:///etc/passwd']) assert.equal((await ask({ address })).status, 422, address)
  })
})
