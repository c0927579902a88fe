import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const at = (path: string): string => town.url(`/smart-school${path}`, 'aachen')
const phone = { viewport: { width: 360, height: 740 }, locale: 'de' }

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(at(to))
}
const main = (page: Page): Promise<string> => page.locator('main').innerText()

journey('A teacher makes a shipped plan her own, and prints it', { ...phone, javascript: false }, async ({ page, step }) => {
  let plan = ''
  await step('she copies a shipped plan, and its model is named', async () => {
    await signIn(page, 'lena', '/lesson/plan/wann-muessen-wir-lueften')
    await page.getByRole('link', { name: 'Als Vorlage nehmen' }).click()
    assert.match(await page.locator('#title').inputValue(), /Wann müssen wir lüften\? \(angepasst\)/)
    assert.match(await page.locator('#source').inputValue(), /„Wann müssen wir lüften\?“, Modellregion, CC BY 4\.0/)
  })
  await step('a slip in the text is told with its line, and nothing that was typed is lost', async () => {
    await page.locator('#title').fill('Lüften bei uns')
    await page.locator('#body').fill('## Ziele\n\nein **offenes Wort')
    await page.locator('#licence-2').check()
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    const alert = await page.getByRole('alert').innerText()
    assert.match(alert, /Zeile 3 des Textes: Zwei Sternchen/)
    assert.match(alert, /kann nicht CC0 werden/)
    assert.equal(await page.locator('#title').inputValue(), 'Lüften bei uns')
    assert.match(await page.locator('#body').inputValue(), /ein \*\*offenes Wort/)
  })
  await step('she mends it, looks at the preview and saves', async () => {
    await page.locator('#body').fill('## Ziele\n\nein **festes Wort**\n\n| Zeit | Was |\n|---|---|\n| 10 min | Einstieg |')
    await page.locator('#licence').check()
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
    assert.equal(await page.locator('strong', { hasText: 'festes Wort' }).count(), 1)
    assert.match(await main(page), /Noch nicht gespeichert/)
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    await page.waitForURL('**/lesson/plan/lueften-bei-uns-*')
    plan = new URL(page.url()).pathname.replace('/smart-school', '')
    assert.match(await main(page), /Der Entwurf ist gespeichert[\s\S]*nur Lehrkräfte/)
  })
  await step('nobody else sees it yet', async () => {
    await page.context().clearCookies()
    assert.equal((await page.goto(at(plan)))?.status(), 404)
    await page.goto(at('/lesson'))
    assert.doesNotMatch(await main(page), /Lüften bei uns/)
  })
  await step('she opens it with a second version', async () => {
    await signIn(page, 'lena', plan)
    await page.getByRole('link', { name: 'Bearbeiten' }).click()
    await page.locator('#body').fill('## Ziele\n\nein **neues Wort**')
    await page.locator('#note').fill('Kürzer')
    await page.getByLabel('Für alle sichtbar').check()
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    assert.match(await main(page), /neues Wort/)
  })
  await step('everybody finds it, filters it and prints it', async () => {
    await page.context().clearCookies()
    await page.goto(at('/lesson?origin=town'))
    assert.match(await main(page), /2 Entwürfe[\s\S]*Lüften bei uns[\s\S]*eigener Entwurf/)
    await page.getByRole('link', { name: 'Lüften bei uns' }).click()
    assert.match(await main(page), /Entstanden aus\s+„Wann müssen wir lüften\?“, Modellregion/)
    const begins = (address: string) => page.evaluate(async (url) => (await (await fetch(url)).text()).slice(0, 30), at(address))
    assert.match(await begins(`${plan}/plan.pdf`), /^%PDF-/)
    assert.match(await begins(`${plan}/plan.md`), /^---\ntitle: Lüften bei uns\n/)
  })
  await step('she starts an experiment from it', async () => {
    await signIn(page, 'lena', plan)
    await page.getByRole('link', { name: 'Versuch aus diesem Entwurf starten' }).click()
    assert.match(await page.locator('#question').inputValue(), /am längsten schlecht/)
    assert.equal(await page.locator('#title').inputValue(), 'Lüften bei uns')
  })
  await step('the first version comes back, and what was between stays readable', async () => {
    await page.goto(at(`${plan}/versions`))
    await page.getByRole('button', { name: 'Fassung 1 zurückholen' }).click()
    assert.match(await main(page), /Die frühere Fassung gilt wieder[\s\S]*festes Wort/)
    await page.goto(at(`${plan}?version=2`))
    assert.match(await main(page), /frühere Fassung 2[\s\S]*neues Wort/)
  })
  await step('out of use, it is in no list any more, and can come back', async () => {
    await page.goto(at(`${plan}/versions`))
    assert.match(await main(page), /Fassung 3[\s\S]*Fassung 1 zurückgeholt/)
    await page.getByRole('button', { name: 'Entwurf außer Gebrauch nehmen' }).click()
    await page.goto(at('/lesson?origin=town'))
    assert.doesNotMatch(await main(page), /Lüften bei uns/)
    await page.goto(at(plan))
    await page.getByRole('button', { name: 'Wieder in Gebrauch nehmen' }).click()
    assert.match(await main(page), /wieder in Gebrauch/)
  })
})
