import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['help-chat'] })
const office = (path = ''): string => town.url(`/help-chat/office${path}`, 'aachen')

async function enter(page: Page, person: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(to)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(town.url(to, 'aachen'))
}

/** What a status says, without the marks for breaking long words. */
const plain = (text: string): string => text.replaceAll('\u00ad', '')

async function fillDay(page: Page, name: string, days: number): Promise<void> {
  const day = new Date(Date.now() + days * 86_400_000)
  await page.locator(`#${name}`).fill(String(day.getDate()))
  await page.locator(`#${name}-month`).fill(String(day.getMonth() + 1))
  await page.locator(`#${name}-year`).fill(String(day.getFullYear()))
}

journey('The head of the office names a confidant, two people decide, and an absence has a substitute', { javascript: false }, async ({ page, step }) => {
  await step('the head names somebody unknown first, and is told how to name people', async () => {
    await enter(page, 'hanna', '/help-chat/office')
    await page.getByRole('link', { name: 'Vertrauensperson benennen' }).click()
    await page.locator('#colleague').fill('Niemand Hier')
    await page.locator('#reason').fill('Gewählt in der Personalversammlung')
    await page.getByRole('button', { name: 'Benennen' }).click()
    assert.match(plain(await page.getByRole('alert').innerText()), /kein Beschäftigtenkonto/)
    assert.equal(await page.locator('#reason').inputValue(), 'Gewählt in der Personalversammlung')
  })
  await step('names an editor, who now waits for the second person and is not in the public list', async () => {
    await page.locator('#colleague').fill('Eva Muster')
    await page.getByRole('button', { name: 'Benennen' }).click()
    await page.waitForURL(office('?done=waits'))
    assert.match(plain(await page.getByRole('row', { name: /Eva Muster/ }).innerText()), /Wartet auf die zweite Person/)
    await page.goto(town.url('/help-chat/confidants', 'aachen'))
    assert.equal(await page.getByText('Eva Muster').count(), 0)
  })
  await step('the second person confirms in the console', async () => {
    await enter(page, 'tina', '/admin/people/requests')
    assert.match(plain(await page.locator('main').innerText()), /Gewählt in der Personalversammlung/)
    await page.getByRole('button', { name: 'Rolle bestätigen' }).click()
    assert.match(plain(await page.getByRole('status').innerText()), /Eva Muster hat jetzt die Rolle Vertrauensperson/)
  })
  await step('the new confidant mistypes hours, and nothing that was typed is lost', async () => {
    await enter(page, 'eva', '/help-chat/office/me')
    await page.getByRole('link', { name: 'Profil ändern' }).click()
    await page.locator('#unit').fill('Pressestelle')
    await page.locator('input[name="topics"][value="conflict"]').check()
    await page.locator('#hours2').fill('vormittags')
    await page.getByRole('button', { name: 'Speichern' }).click()
    assert.match(plain(await page.getByRole('alert').innerText()), /Sprechzeit Dienstag: Das lässt sich nicht lesen/)
    assert.equal(await page.locator('#unit').inputValue(), 'Pressestelle')
    await page.locator('#hours2').fill('9-12 und 14.30 bis 16 Uhr')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL(office('/me?done=saved'))
    assert.match(plain(await page.locator('main').innerText()), /Di 09:00–12:00, 14:30–16:00/)
  })
  await step('Vera enters an absence that ends before it begins, then a real one with Yasemin as substitute', async () => {
    await enter(page, 'vera', '/help-chat/office/me')
    await page.getByRole('link', { name: 'Abwesenheit eintragen' }).click()
    await fillDay(page, 'from', 0)
    await fillDay(page, 'until', -1)
    await page.getByLabel('Yasemin Zuhören').check()
    await page.getByRole('button', { name: 'Abwesenheit speichern' }).click()
    assert.match(plain(await page.getByRole('alert').innerText()), /liegt vor dem ersten Tag/)
    await fillDay(page, 'until', 6)
    await page.getByRole('button', { name: 'Abwesenheit speichern' }).click()
    await page.waitForURL(office('/me?done=saved'))
  })
  await step('everybody reads it, in the city and in the village', async () => {
    for (const [tenant, expected] of [['aachen', /Abwesend bis/], ['hohenried', /Abwesend bis/]] as const) {
      await page.goto(town.url('/help-chat/confidants', tenant))
      const card = page.locator('.mr-card', { hasText: 'Vera Vertrauen' }).filter({ hasText: 'Prüfwörter' }).first()
      assert.match(plain(await card.innerText()), expected)
      assert.match(plain(await card.innerText()), /Vertretung: Yasemin Zuhören/)
    }
  })
  await step('Vera is back, and the head lets Eva leave only after asking about the hand-over', async () => {
    await enter(page, 'vera', '/help-chat/office/me')
    await page.getByRole('button', { name: 'Wieder da' }).click()
    await page.waitForURL(office('/me?done=saved'))
    await enter(page, 'hanna', '/help-chat/office')
    await page.getByRole('link', { name: 'Eva Muster' }).click()
    await page.getByRole('link', { name: 'Vertrauensperson ausscheiden lassen' }).click()
    await page.getByRole('button', { name: 'Ausscheiden lassen' }).click()
    await page.getByRole('alert').waitFor()
    await page.locator('#handedOver').check()
    await page.getByRole('button', { name: 'Ausscheiden lassen' }).click()
    await page.waitForURL(office('?done=ended'))
    assert.match(plain(await page.getByRole('row', { name: /Eva Muster/ }).innerText()), /Ausgeschieden/)
  })
})

journey('The head of the office sets the threshold, sends somebody to the village and calls them back, and sees no desk', { javascript: false }, async ({ page, step }) => {
  const agreement = () => page.locator('.mr-card', { hasText: 'Hohenried' }).innerText()
  await step('one share alone, or more than there are, is refused', async () => {
    await enter(page, 'hanna', '/help-chat/office/settings')
    for (const [typed, said] of [['1', /eine Person allein öffnen/], ['9', /So viele Verwahrende gibt es nicht/]] as const) {
      await page.locator('#threshold').fill(typed)
      await page.getByRole('button', { name: 'Speichern' }).click()
      assert.match(plain(await page.getByRole('alert').innerText()), said)
      assert.equal(await page.locator('#threshold').inputValue(), typed)
    }
    await page.locator('#threshold').fill('2')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL(office('/settings?done=saved'))
  })
  await step('Viktor serves the village as well', async () => {
    await page.goto(office('/agreements'))
    await page.getByRole('link', { name: 'Personen auswählen' }).click()
    await page.getByLabel('Viktor Beistand').check()
    await page.getByRole('button', { name: 'Zustimmen und speichern' }).click()
    await page.waitForURL(office('/agreements?done=saved'))
    assert.match(plain(await agreement()), /Vera Vertrauen, Viktor Beistand und Yasemin Zuhören/)
  })
  await step('and no longer; nobody at all is refused', async () => {
    await page.getByRole('link', { name: 'Personen auswählen' }).click()
    for (const name of ['Vera Vertrauen', 'Viktor Beistand', 'Yasemin Zuhören']) await page.getByLabel(name).uncheck()
    await page.getByRole('button', { name: 'Zustimmen und speichern' }).click()
    await page.getByRole('alert').waitFor()
    for (const name of ['Vera Vertrauen', 'Yasemin Zuhören']) await page.getByLabel(name).check()
    await page.getByRole('button', { name: 'Zustimmen und speichern' }).click()
    await page.waitForURL(office('/agreements?done=saved'))
    assert.doesNotMatch(plain(await agreement()), /Viktor/)
  })
  await step('a picture without a text for those who do not see it is not kept', async () => {
    await page.goto(office('/confidants/0193e000-0000-7000-8000-0000000c0002/photo'))
    await page.locator('#photoText').fill('')
    await page.locator('#photo').setInputFiles({ name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from('kein Bild') })
    await page.getByRole('button', { name: 'Speichern' }).click()
    const said = plain(await page.getByRole('alert').innerText())
    assert.match(said, /Was auf dem Bild zu sehen ist/)
    assert.match(said, /lässt sich nicht lesen/)
  })
  await step('the desk is closed to the head', async () => {
    assert.equal((await page.goto(town.url('/help-chat/desk', 'aachen')))?.status(), 403)
  })
})
