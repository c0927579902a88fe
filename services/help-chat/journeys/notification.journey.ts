import assert from 'node:assert/strict'
import { expectAccessible, journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['help-chat'] })
const notices = (): string => town.url('/help-chat/desk/notices', 'aachen')
/** What a page says, without the marks for breaking long words. */
const plain = (text: string): string => text.replaceAll('\u00ad', '')

journey('A confidant chooses quiet hours, half a span first, and keeps what was chosen', {}, async ({ page, step, javascript }) => {
  await step('opens the settings', async () => {
    await page.goto(town.url(`/sign-in?return=${encodeURIComponent('/help-chat/desk/notices')}`, 'aachen'))
    await page.locator('form[action$="/demo/viktor"] button').click()
    await page.waitForURL(notices())
    assert.match(plain(await page.locator('main').innerText()), /Er erfährt, dass dieses Gerät von dieser Kommune etwas bekommt/)
    if (!javascript) assert.match(plain(await page.locator('main').innerText()), /nur mit JavaScript/)
  })
  await step('chooses a beginning and no end, and is told', async () => {
    await page.locator('#quietFrom').selectOption('18:00')
    await page.locator('#quietUntil').selectOption('')
    await page.getByRole('button', { name: 'Wahl speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(plain(await page.getByRole('alert').innerText()), /gehören zwei Zeiten/)
    assert.equal(await page.locator('#quietFrom').inputValue(), '18:00')
  })
  await step('chooses both, and reads the choice again', async () => {
    await page.locator('#quietUntil').selectOption('08:00')
    await page.locator('#byLetter').setChecked(javascript)
    await page.getByRole('button', { name: 'Wahl speichern' }).click()
    await page.waitForURL('**/help-chat/desk/notices?saved=1')
    assert.deepEqual([await page.locator('#quietUntil').inputValue(), await page.locator('#byLetter').isChecked()], ['08:00', javascript])
    await expectAccessible(page)
  })
})

journey('Anybody reads the numbers, with what is withheld, and takes them along', { javascript: false }, async ({ page, step }) => {
  await step('opens the numbers of the city', async () => {
    await page.goto(town.url('/help-chat/statistics', 'aachen'))
    assert.ok((await page.locator('figure').count()) >= 4)
  })
  await step('reads in the table why a number is missing', async () => {
    const topics = page.locator('figure').first()
    await topics.getByText('Als Tabelle').click()
    assert.match(plain(await topics.getByRole('row', { name: /Gewalt und Bedrohung/ }).innerText()), /weniger als 5/)
    await expectAccessible(page)
  })
  await step('sees that a village cannot show any yet', async () => {
    await page.goto(town.url('/help-chat/statistics', 'hohenried'))
    assert.match(plain(await page.locator('main').innerText()), /noch keine Zahl zeigen/)
  })
})
