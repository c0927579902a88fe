import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { journey, startTown, type Town } from '@modellregion/testing'
import { demoAccountId, newId } from '@modellregion/kernel'
import { insertUse } from '../person/queries.ts'
import { upsertArtifact } from '../provider/queries.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'] })))
after(() => town.close())

// What a screen reader says of a page: everything below is found by role and name only, never by place or class.
const heading = (page: Page, name: string | RegExp, level?: number) => page.getByRole('heading', { name, ...(level !== undefined && { level }) })

/** A foreign service that has received data and has a lasting consent. */
async function foreignService(clientId: string): Promise<void> {
  const { platform } = town.running
  const now = platform.now()
  await platform.database.unit({ tenant: 'aachen', service: 'citizen-id', access: 'write', now }, async (db) => {
    const id = demoAccountId('aachen', 'mia')
    await insertUse(db, { id: newId(now), personId: id, clientId, clientName: 'Stadtbücherei', purpose: 'Ausweis der Bücherei', legalBasis: 'Art. 6 Abs. 1 Buchst. b DSGVO', claims: ['profile', 'birthdate'], level: 'substantial', method: 'pass' })
    await upsertArtifact(db, { kind: 'Grant', idHash: `journey-${clientId}`, accountId: id, clientId, payload: { openid: { scope: 'openid profile birthdate' } }, expiresAt: new Date(now.getTime() + 86_400_000) })
  })
}

journey('A blind person with a screen reader reads who got their data and takes a consent back', {}, async ({ page, step, javascript }) => {
  const clientId = `library-${javascript ? 'with' : 'without'}`
  await step('jumps to the main part of the account page by its landmark and heading', async () => {
    await page.goto(town.url('/citizen-id', 'aachen'))
    await page.getByRole('link', { name: /Zum Inhalt/ }).first().waitFor({ state: 'attached' })
    assert.equal(await page.getByRole('main').count(), 1)
    assert.equal(await heading(page, 'Servicekonto', 1).count(), 1)
    for (const name of ['Drei Wege, sich anzumelden', 'Ohne Konto', 'Datenschutz']) assert.equal(await page.getByRole('main').getByRole('heading', { name, level: 2 }).count(), 1, name)
  })
  await step('signs in by the name of the button', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Anmelden', exact: true }).click()
    await page.getByRole('button', { name: 'Als Mia Beispiel anmelden' }).click()
    await heading(page, 'Mein Servicekonto', 1).waitFor()
  })
  await foreignService(clientId)
  await step('goes from heading to heading, each names its part of the page', async () => {
    await page.reload()
    for (const name of ['Meine Identität', 'Wer meine Daten erhalten hat', 'So melde ich mich an', 'Sitzungen, Zustimmungen, Vertretung']) assert.equal(await page.getByRole('region', { name, exact: true }).or(heading(page, name, 2)).count() > 0, true, name)
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
  })
  await step('hears in the table who received which data and why', async () => {
    await page.getByRole('link', { name: 'Alle Weitergaben ansehen' }).click()
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Stadtbücherei' }) }).first()
    for (const name of ['Name und Anmeldename und Geburtsdatum', /Ausweis der Bücherei · Art\. 6/, /substanziell, Servicekonto\.Pass/]) assert.equal(await row.getByRole('cell', { name }).count(), 1, String(name))
    for (const name of ['Stelle', 'Zeitpunkt', 'Daten', 'Für wen']) assert.equal(await page.getByRole('columnheader', { name, exact: true }).count(), 1, name)
  })
  await step('chooses one office by labelled fields and hears how many are left', async () => {
    await page.getByRole('combobox', { name: 'Stelle' }).selectOption(clientId)
    await page.getByRole('button', { name: 'Auswahl anwenden' }).click()
    await heading(page, '1 Weitergabe', 2).waitFor()
  })
  await step('takes the consent back; the form says whose it is, the page says that it is done', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Servicekonto', exact: true }).first().click()
    await page.getByRole('link', { name: 'Verbundene Dienste' }).click()
    const form = page.getByRole('form', { name: new RegExp(clientId) })
    await form.getByRole('button', { name: 'Zustimmung zurücknehmen' }).click()
    await page.getByRole('status').filter({ hasText: 'Die Zustimmung ist zurückgenommen' }).waitFor()
    assert.equal(await page.getByRole('form', { name: new RegExp(clientId) }).count(), 0)
  })
})
