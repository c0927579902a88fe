import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser, startTown, type TestBrowser, type Town } from '@modellregion/testing'
import { acrOf } from '../level/rules.ts'
import { freePort, missingForApache, startApache, type Apache } from './apache-for-tests.ts'
import { registered } from './client-for-tests.ts'
import { issuerPath } from './issuer.ts'

const missing = missingForApache()
let town: Town
let apache: Apache
let browser: TestBrowser
before(async () => {
  if (missing !== undefined) return
  town = await startTown({ services: ['citizen-id'] })
  browser = await openBrowser()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { clientId, secret = '' } = await registered(town, { scopes: ['profile'], redirectUris: `${origin}/protected/back`, postLogoutUris: `${origin}/bye.html` })
  // Apache asks the resolver of the system, which may know no names below localhost; localhost itself shows the first town.
  apache = await startApache({ port, issuer: town.url(issuerPath), clientId, secret })
})
after(async () => {
  await browser?.close()
  await apache?.stop()
  await town?.close()
})

for (const javascript of [true, false])
  test(`Apache with mod_auth_openidc signs people in and out at the town, ${javascript ? 'with' : 'without'} JavaScript`, { skip: missing }, async () => {
    const page = await browser.page({ javascript })
    const blocked: string[] = []
    page.on('console', (message) => message.type() === 'error' && blocked.push(message.text()))
    await page.goto(`${apache.origin}/protected/`)
    await page.getByRole('button', { name: 'Als Mia Beispiel anmelden' }).click()
    await page.getByRole('button', { name: 'Zustimmen und weiter' }).click()
    await page.getByRole('heading', { name: 'Library' }).waitFor()
    assert.equal(new URL(page.url()).origin, apache.origin, 'the form of the town may lead to the other origin')
    assert.equal(await page.locator('#name').textContent(), 'Mia Beispiel')
    assert.equal(await page.locator('#acr').textContent(), acrOf.substantial)
    assert.equal(await page.locator('#iss').textContent(), town.url(issuerPath))
    await page.goto(`${apache.origin}/protected/`)
    assert.equal(await page.locator('#name').textContent(), 'Mia Beispiel', 'the session lasts')

    await page.goto(`${apache.origin}/protected/back?logout=${encodeURIComponent(`${apache.origin}/bye.html`)}`)
    await signOut(page)
    await page.getByRole('heading', { name: 'Signed out' }).waitFor()
    await page.goto(`${apache.origin}/protected/`)
    await page.getByRole('button', { name: 'Als Mia Beispiel anmelden' }).waitFor()
    assert.deepEqual(blocked.filter((text) => /Content Security Policy/.test(text)), [])
  })

// The town asks before it signs somebody out of everything.
async function signOut(page: Awaited<ReturnType<TestBrowser['page']>>): Promise<void> {
  if (!page.url().startsWith(apache.origin)) await page.getByRole('main').getByRole('button', { name: /[Aa]bmelden/ }).first().click()
}
