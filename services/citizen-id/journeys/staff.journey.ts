import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['citizen-id', 'identity-test-kit'] })
const tenant = 'lindenhafen'

async function enter(page: Page, person: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(to)}`, tenant))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(town.url(to, tenant))
}

async function fillDay(page: Page, name: string, days: number): Promise<void> {
  const day = new Date(Date.now() + days * 86_400_000)
  await page.locator(`#${name}`).fill(String(day.getDate()))
  await page.locator(`#${name}-month`).fill(String(day.getMonth() + 1))
  await page.locator(`#${name}-year`).fill(String(day.getFullYear()))
}

journey('Two people give a powerful role; its holder hands on another one while away; the review takes both back', { javascript: false }, async ({ page, step }) => {
  // Everybody exists after the first sign-in.
  for (const person of ['eva', 'otto']) await enter(page, person, '/account')

  await step('an administrator asks for administration rights for a colleague, and must say why', async () => {
    await enter(page, 'tina', '/admin/people?q=eva')
    await page.getByRole('link', { name: 'Eva Muster' }).click()
    await page.locator('#role').selectOption('town-admin')
    await page.getByRole('button', { name: 'Rolle vergeben' }).click()
    assert.match(await page.getByRole('alert').innerText(), /bestätigt eine zweite Person/)
    assert.equal(await page.locator('#role').inputValue(), 'town-admin')
    await page.locator('#reason').fill('Vertritt die Leitung')
    await page.getByRole('button', { name: 'Rolle vergeben' }).click()
    assert.match(await page.getByRole('status').innerText(), /wartet jetzt auf eine zweite Person/)
  })
  await step('cannot confirm it alone', async () => {
    await page.goto(town.url('/admin/people/requests', tenant))
    assert.match(await page.locator('main').innerText(), /Den eigenen Wunsch bestätigt eine zweite Person/)
    assert.equal(await page.getByRole('button', { name: 'Rolle bestätigen' }).count(), 0)
  })
  await step('a second person sees it on the overview and confirms', async () => {
    await enter(page, 'otto', '/admin')
    await page.getByRole('link', { name: '1 Rolle wartet auf eine zweite Person' }).click()
    assert.match(await page.locator('main').innerText(), /Vertritt die Leitung/)
    await page.getByRole('button', { name: 'Rolle bestätigen' }).click()
    assert.match(await page.getByRole('status').innerText(), /Eva Muster hat jetzt die Rolle Verwaltung der Kommune/)
  })
  await step('the new administrator hands on another role, with mistakes first', async () => {
    await enter(page, 'eva', '/citizen-id/staff/delegations')
    await page.locator('#role').selectOption('editor')
    await page.locator('#colleague').fill('Mia Beispiel')
    await fillDay(page, 'from', 0)
    await fillDay(page, 'until', 10)
    await page.locator('#reason').fill('Urlaub')
    await page.getByRole('button', { name: 'Rolle weitergeben' }).click()
    assert.match(await page.getByRole('alert').innerText(), /arbeitet hier niemand/)
    assert.equal(await page.locator('#reason').inputValue(), 'Urlaub')
    await page.locator('#colleague').fill('Tina Rathaus')
    await page.getByRole('button', { name: 'Rolle weitergeben' }).click()
    assert.match(await page.getByRole('status').innerText(), /Vertretung ist eingetragen/)
  })
  await step('the deputy sees it, has the role in the console, and ends it', async () => {
    await enter(page, 'tina', '/admin/people?q=tina')
    assert.match(await page.locator('#people').innerText(), /in Vertretung/)
    await page.goto(town.url('/citizen-id/staff/delegations', tenant))
    assert.match(await page.locator('main').innerText(), /Für\s+Eva Muster/)
    await page.getByRole('button', { name: 'Vertretung beenden' }).click()
    assert.match(await page.getByRole('status').innerText(), /Vertretung ist beendet/)
  })
  await step('the review lists every role and withdraws one', async () => {
    await page.goto(town.url('/admin/people/review?show=all', tenant))
    assert.match(await page.locator('#review').innerText(), /zwei Personen/)
    await page.getByRole('checkbox', { name: /Verwaltung der Kommune von Eva Muster/ }).check()
    await page.getByRole('button', { name: 'Auswahl entziehen' }).click()
    assert.match(await page.getByRole('status').first().innerText(), /1 Rolle ist entzogen/)
  })
  await step('nobody confirms the own role', async () => {
    await page.getByRole('checkbox', { name: /von Tina Rathaus/ }).first().check()
    await page.getByRole('button', { name: 'Auswahl behalten' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Die eigene Rolle prüft eine andere Person/)
  })
})
