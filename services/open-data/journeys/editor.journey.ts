import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['open-data'] })

journey('An editor harvests a source and reads the report', { javascript: false }, async ({ page, step }) => {
  await step('signs in and opens the sources', async () => {
    await page.goto(town.url('/sign-in', 'lindenhafen'))
    await page.getByRole('button', { name: /Eva Muster/ }).first().click()
    await page.goto(town.url('/open-data/harvest', 'lindenhafen'))
    assert.match(await page.locator('#sources').innerText(), /OpenData.HRO/)
    assert.equal(await page.getByRole('link', { name: 'Quelle hinzufügen' }).count(), 0, 'an editor may not add sources')
  })
  await step('starts a harvest and waits for its end', async () => {
    await page.getByRole('link', { name: /OpenData.HRO/ }).first().click()
    await page.getByRole('button', { name: 'Jetzt abrufen' }).click()
    await page.getByText('Der Abruf ist fertig.').waitFor({ timeout: 15_000 }) // the page loads itself again
  })
  await step('reads the report: everything unchanged', async () => {
    await page.locator('#run-list a').first().click()
    assert.match(await page.getByRole('link', { name: /unverändert/ }).innerText(), /\(100\)/)
    await page.getByRole('link', { name: /abgelehnt/ }).click()
    assert.match(await page.locator('.mr-empty').innerText(), /Keine Datensätze/)
  })
})

journey('A town administrator adds a source after a mistake and pauses it', { javascript: false }, async ({ page, step }) => {
  await step('opens the form', async () => {
    await page.goto(town.url('/sign-in', 'hohenried'))
    await page.getByRole('button', { name: /Tina Rathaus/ }).first().click()
    await page.goto(town.url('/open-data/harvest/new', 'hohenried'))
  })
  await step('gives an address of the internal network and is refused, with everything kept', async () => {
    await page.locator('#title').fill('Daten des Kreises')
    await page.locator('#url').fill('http://intranet.local/catalog.rdf')
    await page.getByRole('button', { name: 'Quelle speichern' }).click()
    assert.match(await page.title(), /^Fehler: /)
    assert.match(await page.locator('.mr-error').innerText(), /internen Netz/)
    assert.equal(await page.locator('#title').inputValue(), 'Daten des Kreises')
  })
  await step('corrects it', async () => {
    await page.locator('#url').fill('https://daten.example.org/catalog.rdf')
    await page.getByRole('button', { name: 'Quelle speichern' }).click()
    await page.waitForURL('**/open-data/harvest/daten-des-kreises?saved=1')
    assert.match(await page.locator('main').innerText(), /Nächster Abruf heute Nacht/)
  })
  await step('pauses it', async () => {
    await page.getByRole('button', { name: 'Quelle anhalten' }).click()
    assert.match(await page.locator('main').innerText(), /wird nur auf Knopfdruck abgerufen/)
  })
})
