import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import { demoEntryId } from '../demo/catalogue.ts'

const town = useTown({ services: ['portfolio'] })
const at = (path: string): string => town.url(`/portfolio${path}`, 'lindenhafen')

journey('A stranger from another town finds, filters, reads and keeps a result', { viewport: { width: 360, height: 740 }, locale: 'de' }, async ({ page, step, javascript }) => {
  await step('opens the catalogue and reads what the classes mean', async () => {
    await page.goto(at('/reuse'))
    await page.getByText('Was die vier Klassen bedeuten').click()
    await page.getByText('Orientierung für das eigene Vorhaben').waitFor()
  })
  await step('searches by the problem, not by the title', async () => {
    await page.locator('main #q').fill('Aushang Nachbarschaft')
    await page.locator('main .mr-search button').click()
    await page.waitForURL('**/portfolio/reuse?q=*')
    assert.ok((await page.locator('.mr-result').count()) > 0)
  })
  await step('narrows it to concepts', async () => {
    await page.locator('.mr-facets > summary').click()
    await page.locator('input[name="class"][value="concept"]').check()
    if (!javascript) await page.getByRole('button', { name: 'Filter anwenden' }).click()
    await page.waitForURL('**class=concept*')
    await page.getByRole('link', { name: /Klasse: Konzept/ }).waitFor()
  })
  await step('opens the entry of the other town', async () => {
    await page.getByRole('link', { name: /Schwarzes Brett im Netz/ }).click()
    await page.waitForURL(`**/portfolio/reuse/${demoEntryId('hohenried', 'dorfbrett')}`)
    const text = await page.locator('main').innerText()
    for (const said of ['2 bis 4 Arbeitstage', 'CC-BY-4.0', 'Dorfwerk eG', 'Version 1.1', 'Gemeinde Hohenried, Bürgerbüro']) assert.ok(text.includes(said), said)
  })
  await step('reads the file of the current version', async () => {
    await page.getByRole('link', { name: 'betriebskonzept.md', exact: true }).click()
    await page.getByRole('heading', { name: 'Was es nicht ist' }).waitFor()
  })
  await step('goes back and looks at the first version', async () => {
    await page.getByRole('link', { name: 'Zum Eintrag' }).click()
    await page.getByRole('link', { name: 'Dateien dieser Version' }).first().click()
    await page.getByText('Gezeigt werden die Dateien einer älteren Version.').waitFor()
  })
})

journey('A question without an answer leads one step back', { javascript: false }, async ({ page, step }) => {
  await step('asks for what does not exist', async () => {
    await page.goto(at('/reuse?q=Aushang&origin=publiccode&class=building-block'))
    await page.getByRole('heading', { name: /Nichts gefunden/ }).waitFor()
  })
  await step('takes the step that finds something', async () => {
    await page.locator('.mr-empty a').first().click()
    assert.ok((await page.locator('.mr-result').count()) > 0)
  })
})

journey('The project office describes a result, adds files, shows it to all and records who helps', { javascript: false, accessible: false }, async ({ page, step }) => {
  await step('opens the own entries', async () => {
    await page.goto(town.url(`/sign-in?return=${encodeURIComponent('/portfolio/shelf')}`, 'lindenhafen'))
    await page.locator('form[action$="/demo/petra"] button').click()
    await page.waitForURL(at('/shelf'))
  })
  await step('makes an entry, with mistakes first', async () => {
    await page.getByRole('link', { name: 'Eintrag anlegen' }).click()
    await page.locator('#title').fill('Bänke am Deich')
    await page.locator('#summary').fill('Wie man Bänke aufstellt, die nicht wegschwimmen.')
    await page.locator('#licence').fill('frei')
    await page.locator('#once').fill('viel Geld')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#title').inputValue(), 'Bänke am Deich')
    assert.equal(await page.locator('.mr-error').count(), 2)
    await page.locator('#licence').fill('CC-BY-4.0')
    await page.locator('#once').fill('1.200,50')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL('**/portfolio/shelf/*done=kept')
  })
  await step('cannot show it without a file, adds one and shows it', async () => {
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.getByText('braucht der Eintrag eine Version').first().waitFor()
    await page.getByRole('link', { name: 'Neue Version' }).click()
    await page.locator('#label').fill('1.0')
    await page.locator('#note').fill('Erste Fassung')
    await page.locator('#files').setInputFiles({ name: 'Bänke Anleitung.md', mimeType: 'text/markdown', buffer: Buffer.from('# Bänke\n\nTief eingraben.\n') })
    await page.getByRole('button', { name: 'Version anlegen' }).click()
    await page.waitForURL('**done=version-done')
    await page.getByRole('button', { name: 'Veröffentlichen' }).click()
    await page.waitForURL('**done=published')
  })
  await step('records a supplier on its page', async () => {
    await page.getByRole('link', { name: 'Seite im Katalog' }).click()
    await page.getByText('baenke-anleitung.md').waitFor()
    await page.getByRole('link', { name: 'Anbieter eintragen' }).click()
    await page.locator('#company').fill('Deichbau GmbH (erfunden)')
    await page.locator('#region').fill('Küste')
    await page.getByLabel('Einrichtung').check()
    await page.getByRole('button', { name: 'Anbieter speichern' }).click()
    await page.getByText('Deichbau GmbH (erfunden)').waitFor()
  })
  await step('names the same supplier at another entry, and its page lists both', async () => {
    await page.goto(at(`/reuse/${demoEntryId('lindenhafen', 'krisenkarte')}`))
    await page.getByRole('link', { name: 'Anbieter eintragen' }).click()
    await page.locator('#supplier').selectOption({ label: 'Deichbau GmbH (erfunden)' })
    await page.getByRole('button', { name: 'Bei diesem Eintrag nennen' }).click()
    await page.getByRole('link', { name: 'Deichbau GmbH (erfunden)' }).click()
    await page.getByRole('heading', { name: 'Hilft bei 2 Einträgen' }).waitFor()
  })
})

test('With the keyboard alone: from the question to the file', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.page({})
    await page.goto(at('/reuse'))
    await page.locator('main #q').focus()
    await page.keyboard.type('Hochwasser Textbausteine')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/portfolio/reuse?q=*')
    await page.locator('.mr-result a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/portfolio/reuse/${demoEntryId('lindenhafen', 'krisenkarte')}`)
    await page.getByRole('link', { name: 'ablauf.md', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'ablauf.md' }).waitFor()
  } finally {
    await browser.close()
  }
})
