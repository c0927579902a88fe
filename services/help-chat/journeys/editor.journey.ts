import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['help-chat'] })
const at = (path: string): string => town.url(path, 'hohenried')

journey('An editor adds where the complaint office is, with a mistake first, and hides what does not fit', { javascript: false }, async ({ page, step }) => {
  await step('signs in and opens the editing room', async () => {
    await page.goto(town.url(`/sign-in?return=${encodeURIComponent('/help-chat/editor')}`, 'hohenried'))
    await page.locator('form[action$="/demo/eva"] button').click()
    await page.waitForURL(at('/help-chat/editor'))
  })
  await step('forgets how the contact can be reached', async () => {
    await page.getByRole('link', { name: 'Anlaufstelle eintragen' }).click()
    await page.locator('#titleDe').fill('Beschwerdestelle im Rathaus')
    await page.locator('#textDe').fill('Zimmer 12, auch ohne Termin.')
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#textDe').inputValue(), 'Zimmer 12, auch ohne Termin.')
  })
  await step('looks at it before anybody else does', async () => {
    await page.locator('#phone').fill('02999 200-12')
    await page.getByRole('button', { name: 'Vorschau zeigen' }).click()
    await page.getByRole('heading', { name: 'Vorschau' }).waitFor()
    assert.equal(await page.locator('a[href="tel:0299920012"]').count(), 1)
  })
  await step('publishes it', async () => {
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.waitForURL('**/help-chat/editor?done=published')
  })
  await step('hides a number that does not fit', async () => {
    await page.getByRole('button', { name: /Bundeskartellamt.*ausblenden/ }).click()
    await page.waitForURL('**/help-chat/editor?done=hidden')
  })
  await step('everybody finds the one and not the other, in the library for the search as well', async () => {
    await page.context().clearCookies()
    await page.goto(at('/help-chat/numbers'))
    const shown = await page.locator('main').innerText()
    assert.match(shown, /Beschwerdestelle im Rathaus/)
    assert.doesNotMatch(shown, /Bundeskartellamt/)
    const library = (await (await page.goto(at('/help-chat/knowledge/library/de.json')))?.text()) ?? ''
    await page.goto(at('/help-chat/numbers'))
    assert.ok(library.includes('Beschwerdestelle im Rathaus') && !library.includes('"cartel-office"'))
  })
})
