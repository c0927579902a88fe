import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown()

async function enter(page: Page, person: string, tenant: string): Promise<void> {
  await page.goto(town.url('/sign-in?return=/admin', tenant))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL('**/admin')
}

journey('An operator creates a town and opens it', {}, async ({ page, step, javascript }) => {
  const name = javascript ? 'Düren' : 'Jülich'
  const id = javascript ? 'dueren' : 'juelich'
  await step('signs in and opens the list of towns', async () => {
    await enter(page, 'otto', 'aachen')
    await page.getByRole('navigation').getByRole('link', { name: 'Kommunen' }).click()
    await page.getByRole('link', { name: 'Kommune anlegen' }).click()
  })
  await step('finds the municipality by name', async () => {
    await page.locator('#town-q').fill(name)
    await page.getByRole('button', { name: 'Suchen' }).click()
    await page.getByRole('link', { name: `Stadt ${name}` }).click()
    assert.equal(await page.locator('#id').inputValue(), id)
    assert.match(await page.locator('#ags').inputValue(), /^05358\d{3}$/)
  })
  await step('gives it the short name of another town and is told so', async () => {
    await page.locator('#id').fill('aachen')
    await page.getByRole('button', { name: 'Kommune anlegen' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#name').inputValue(), name)
  })
  await step('creates it', async () => {
    await page.locator('#id').fill(id)
    await page.getByRole('button', { name: 'Kommune anlegen' }).click()
    await page.waitForURL(`**/admin/towns?created=${id}`)
  })
  await step('chooses its colours and sees them before saving', async () => {
    await page.goto(town.url(`/admin/towns/${id}/brand`, 'aachen'))
    await page.locator('#h').fill('300')
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
    await page.getByRole('status').first().waitFor()
    assert.equal(await page.locator('#h').inputValue(), '300')
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.waitForURL('**/brand?saved=1')
  })
  await step('opens the new town under its own address', async () => {
    await page.goto(town.url('/', id))
    assert.match(await page.title(), new RegExp(name))
  })
})

journey('A town administrator cannot lock everybody out, nor touch another town', { javascript: false }, async ({ page, step }) => {
  await step('opens the own account among the people', async () => {
    await enter(page, 'tina', 'hohenried')
    await page.goto(town.url('/admin/people', 'hohenried'))
    await page.getByRole('link', { name: 'Tina Rathaus' }).click()
  })
  await step('tries to give up the last administration and is refused', async () => {
    await page.getByRole('button', { name: /Rolle entziehen: Verwaltung/ }).click()
    assert.match(await page.getByRole('alert').innerText(), /muss diese Rolle behalten/)
  })
  await step('makes somebody an editor', async () => {
    await page.goto(town.url('/admin/people?q=mia', 'hohenried'))
    await page.getByRole('link', { name: 'Mia Beispiel' }).click()
    await page.locator('#role').selectOption('editor')
    await page.getByRole('button', { name: 'Rolle vergeben' }).click()
    assert.match(await page.getByRole('status').innerText(), /Mia Beispiel hat jetzt die Rolle Redaktion/)
  })
  await step('may not become operator', async () => {
    await page.locator('#role').selectOption('operator')
    await page.locator('#reason').fill('Hilft im Betrieb aus.')
    await page.getByRole('button', { name: 'Rolle vergeben' }).click()
    assert.match(await page.getByRole('alert').innerText(), /nur der Betrieb/)
  })
  await step('is not let into another town', async () => {
    const answer = await page.goto(town.url('/admin/towns/aachen', 'hohenried'))
    assert.equal(answer?.status(), 403)
  })
  await step('finds the change in the record, whose chain is whole', async () => {
    await page.goto(town.url('/admin/audit', 'hohenried'))
    assert.match(await page.locator('#audit').innerText(), /role\.grant/)
    await page.getByRole('button', { name: 'Protokoll prüfen' }).click()
    assert.match(await page.getByRole('status').innerText(), /unversehrt/)
  })
})

journey('An editor writes news and it stands on the front page', { javascript: false }, async ({ page, step }) => {
  await step('writes a draft without a text and is told what is missing', async () => {
    await enter(page, 'eva', 'lindenhafen')
    await page.goto(town.url('/admin/news/new', 'lindenhafen'))
    await page.locator('#title-de').fill('Kaimauer wird gereinigt')
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.getByRole('alert').waitFor()
  })
  await step('publishes it', async () => {
    await page.locator('#teaser-de').fill('Am Dienstag ist der Weg am Kai gesperrt.')
    await page.locator('#body-de').fill('Ein Umweg ist ausgeschildert.')
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.waitForURL('**/admin/news?saved=1')
  })
  await step('sees it on the front page', async () => {
    await page.goto(town.url('/', 'lindenhafen'))
    await page.getByRole('link', { name: 'Kaimauer wird gereinigt' }).click()
    assert.match(await page.locator('main').innerText(), /Umweg/)
  })
})
