import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

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
  })
})

// No push service is reached from here: the browser's part is played, ours is real.
const playedDevice = (): void => {
  let held: { endpoint: string; toJSON(): object; unsubscribe(): Promise<boolean> } | null = null
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
  Notification.requestPermission = () => Promise.resolve('granted' as const)
  const made = { endpoint: 'https://push.example.org/journey', toJSON: () => ({ endpoint: 'https://push.example.org/journey', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } }), unsubscribe: () => ((held = null), Promise.resolve(true)) }
  Object.assign(PushManager.prototype, { subscribe: ({ applicationServerKey: key }: { applicationServerKey: string }) => (key.length === 87 ? Promise.resolve((held = made)) : Promise.reject(new Error('no key'))), getSubscription: () => Promise.resolve(held) })
}

journey('A confidant sets up a device and removes it', { javascript: true }, async ({ page, step }) => {
  await page.addInitScript(playedDevice)
  await step('sets it up', async () => {
    await page.goto(town.url(`/sign-in?return=${encodeURIComponent('/help-chat/desk/notices')}`, 'aachen'))
    await page.locator('form[action$="/demo/yasemin"] button').click()
    await page.waitForURL(notices())
    await page.getByRole('button', { name: 'Dieses Gerät einrichten' }).click()
    await page.getByText('bekommt jetzt Benachrichtigungen').waitFor()
  })
  await step('removes it again', async () => {
    await page.getByRole('button', { name: 'Dieses Gerät entfernen' }).click()
    await page.getByText('bekommt keine Benachrichtigungen mehr.').waitFor()
    await page.reload()
    assert.match(plain(await page.locator('main').innerText()), /Noch kein Gerät ist eingerichtet/)
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
  })
  await step('sees that a village shows fewer', async () => {
    await page.goto(town.url('/help-chat/statistics', 'hohenried'))
    assert.match(plain(await page.locator('main').innerText()), /Zahlen sind zurückgehalten, damit niemand erkannt wird/)
  })
})
