import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['citizen-id', 'identity-test-kit'] })
const at = (path: string): string => town.url(path, 'hohenried')
const home = '/identity-test-kit/service'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const claim = (page: Page, name: string) => page.locator('#claims').getByRole('row').filter({ has: page.getByText(name, { exact: true }) })

journey('A citizen signs in at a foreign service, hands on less than it asks for, sees it, takes it back and signs out everywhere', {}, async ({ page, step }) => {
  await step('reads that the service is invented and begins', async () => {
    await page.goto(at(home))
    await page.getByText('Testwerkzeug – ein erfundenes Fachverfahren').waitFor()
    await page.getByRole('link', { name: 'Anmelden', exact: true }).last().click()
    await page.getByRole('button', { name: 'Als Mia Beispiel anmelden' }).click()
  })
  await step('reads who wants what, on which ground, and leaves out the mail address', async () => {
    await heading(page, 'Angaben weitergeben?').waitFor()
    for (const words of ['Straßenverkehrsamt (erfunden)', 'Parkausweis für Anwohnende prüfen', '§ 45 Abs. 1b']) assert.ok((await page.getByRole('main').getByText(words).count()) > 0, words)
    await page.locator('input[name="scope"][value="email"]').uncheck()
    await page.getByRole('button', { name: 'Zustimmen und weiter' }).click()
  })
  await step('sees what the service has learnt: the name, not the mail address', async () => {
    await heading(page, 'Was der Dienst erfahren hat').waitFor()
    assert.match(await claim(page, 'name').innerText(), /Mia Beispiel/)
    assert.equal(await claim(page, 'email').count(), 0)
    assert.match(await claim(page, 'acr').innerText(), /LoA/)
  })
  await step('the town is not told apart from others: no name of the account leaves', async () => {
    const sub = await claim(page, 'sub').innerText()
    assert.doesNotMatch(sub, /[0-9a-f]{8}-[0-9a-f]{4}/)
    await page.goto(at(`${home}/sign-in?how=silent`))
    await heading(page, 'Was der Dienst erfahren hat').waitFor()
    assert.equal((await claim(page, 'sub').innerText()).split('\n')[0], sub.split('\n')[0], 'the same name each time')
  })
  await step('finds the use in the account', async () => {
    await page.goto(at('/sign-in?return=/citizen-id/uses'))
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Straßenverkehrsamt (erfunden)' }) })
    await row.first().waitFor()
    assert.match(await row.first().innerText(), /Parkausweis für Anwohnende prüfen/)
    assert.doesNotMatch(await row.first().innerText(), /E-Mail/)
  })
  await step('takes the consent back', async () => {
    await page.goto(at('/citizen-id/consents'))
    await heading(page, 'Anwohnerparken (Testwerkzeug)').waitFor()
    await page.locator('form[action$="/consents/demo-parking/revoke"] button').click()
    await page.getByText('Straßenverkehrsamt (erfunden)').waitFor({ state: 'detached' })
    await page.goto(at(`${home}/sign-in?how=silent`))
    await heading(page, 'Still ging es nicht').waitFor()
  })
  await step('agrees once more, lastingly, and the service refreshes by itself', async () => {
    await page.goto(at(`${home}/sign-in?how=lasting`))
    await page.getByRole('button', { name: 'Zustimmen und weiter' }).click()
    await page.getByRole('button', { name: 'Anmeldung auffrischen' }).click()
    await heading(page, 'Aufgefrischt').waitFor()
  })
  await step('signs out at the service, and both sessions are over', async () => {
    await page.getByRole('button', { name: 'Abmelden', exact: true }).last().click()
    await page.getByRole('button', { name: 'Überall abmelden' }).click()
    await page.goto(at(home))
    await page.getByRole('link', { name: 'Anmelden', exact: true }).last().waitFor()
    await page.goto(at(`${home}/sign-in?how=silent`))
    await heading(page, 'Still ging es nicht').waitFor()
    assert.ok(new URL((await page.goto(at('/account')))?.url() ?? '').pathname.startsWith('/citizen-id/sign-in/'), 'the town asks anew')
  })
})

journey('Signing out at the town ends the session of the foreign service, and the service says so', { javascript: false }, async ({ page, step }) => {
  await step('is signed in at both', async () => {
    await page.goto(at(`${home}/sign-in`))
    await page.getByRole('button', { name: 'Als Mia Beispiel anmelden' }).click()
    if (await page.getByRole('button', { name: 'Zustimmen und weiter' }).count()) await page.getByRole('button', { name: 'Zustimmen und weiter' }).click()
    await heading(page, 'Was der Dienst erfahren hat').waitFor()
    await page.goto(at('/sign-in?return=/account'))
  })
  await step('signs out at the town', async () => {
    await page.locator('main form[action="/sign-out"] button').click()
    await page.waitForURL(at('/sign-out/done'))
  })
  await step('the service has forgotten who it was and says who ended it', async () => {
    await page.goto(at(home))
    await heading(page, 'Das Servicekonto hat die Anmeldung beendet').waitFor()
    assert.equal(await page.locator('#claims').count(), 0)
  })
})
