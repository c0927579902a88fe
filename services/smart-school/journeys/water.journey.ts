import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { addDays, localDate, partsOf } from '@modellregion/standards'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['smart-school'] })
const url = (path: string): string => town.url(`/smart-school${path}`, 'aachen')
const water = '/school/marienschule-alsdorf/water'

journey('A caretaker flushes on a telephone, signs it, and corrects a mistake', { javascript: false, viewport: { width: 360, height: 740 } }, async ({ page, step }) => {
  await step('sees what is overdue', async () => {
    await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${water}`)}`, 'aachen'))
    await page.locator('form[action$="/demo/henning"] button').click()
    await page.waitForURL(url(water))
    await page.getByRole('heading', { name: 'Überfällig' }).waitFor()
  })
  await step('forgets to confirm and types a temperature wrongly; what was typed stays', async () => {
    await page.getByRole('link', { name: 'Spülen: Becken der Fachräume' }).first().click()
    await page.locator('#coldBefore').fill('21,5')
    await page.locator('#coldAfter').fill('lau')
    await page.getByRole('button', { name: 'Spülung unterschreiben' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /Zahl in Grad/)
    assert.equal(await page.locator('#coldBefore').inputValue(), '21,5')
  })
  await step('signs it', async () => {
    await page.locator('#coldAfter').fill('14,5')
    await page.locator('#note').fill('Hahn hinten tropft')
    await page.locator('#done').check()
    await page.getByRole('button', { name: 'Spülung unterschreiben' }).click()
    await page.waitForURL(`${url(water)}?saved=1`)
    assert.match(await page.getByRole('status').innerText(), /unterschrieben/)
    assert.equal(await page.getByRole('heading', { name: 'Überfällig' }).count(), 0)
  })
  await step('finds it in the log, and the log proves itself', async () => {
    await page.getByRole('link', { name: 'Becken der Fachräume' }).click()
    assert.match(await page.locator('#entries').innerText(), /Henning Hausmeister[\s\S]*Hahn hinten tropft/)
    await page.getByRole('link', { name: 'Nachweise prüfen' }).click()
    assert.match(await page.locator('main').innerText(), /Alles unverändert: 4 Einträge/)
    await page.goBack()
  })
  await step('corrects the entry with a reason; the old one stays readable', async () => {
    await page.getByRole('link', { name: 'Nummer 4 berichtigen' }).click()
    await page.locator('#reason').fill('Falsche Gruppe gewählt.')
    await page.getByRole('button', { name: 'Berichtigung unterschreiben' }).click()
    await page.locator('#entries').waitFor()
    const log = await page.locator('#entries').innerText()
    assert.match(log, /Berichtigung zu Nummer\s4[\s\S]*Falsche Gruppe/)
    assert.match(log, /zählt nicht mehr/)
  })
  await step('the flush is due again', async () => {
    await page.goto(url(water))
    await page.getByRole('heading', { name: 'Überfällig' }).waitFor()
  })
  await step('the health office gets paper and a table', async () => {
    for (const [link, begins] of [[/Drucken \(PDF\)/, '%PDF'], [/Tabelle \(CSV\)/, '\uFEFF"group"']] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
      assert.ok(readFileSync(await download.path(), 'utf8').startsWith(begins))
    }
  })
  await step('adds a free day of the school; one that is years away is refused and stays in its field', async () => {
    const day = addDays(localDate(new Date()), 70)
    const fill = async (year: number) => {
      await page.locator('#day').fill(String(partsOf(day).day))
      await page.locator('#day-month').fill(String(partsOf(day).month))
      await page.locator('#day-year').fill(String(year))
      await page.getByRole('button', { name: 'Tag eintragen' }).click()
    }
    await page.goto(`${url(water)}/days`)
    await fill(2090)
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#day-year').inputValue(), '2090')
    await fill(partsOf(day).year)
    await page.locator(`form[action$="/days/${day}/remove"]`).waitFor()
  })
})
