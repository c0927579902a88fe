import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { after, before } from 'node:test'
import { demoAccountId, newId, type UnitOfWork } from '@modellregion/kernel'
import { journey, startTown, type Town } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import { insertDraft } from '../draft/queries.ts'
import { takeUpload } from '../load/take.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { submitDraft } from '../review/submit.ts'
import { findVersion } from '../version/queries.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['open-data'] })))
after(() => town.close())

const tenant = () => town.running.platform.directory.byHost('localhost') ?? assert.fail('no town')
const asDana = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  town.running.platform.database.unit({ tenant: tenant().id, service: 'open-data', access: 'write', now: town.running.platform.now(), actor: demoAccountId(tenant().id, 'dana') }, work)

const contacts = 'Spielplatz,Ansprechpartner,Geräte\nAm Park,Erika Mustermann,5\nWestwall,Hans Beispiel,3\nNordring,Sabine Probst,8\n'
const plain = 'Spielplatz,Geräte\nAm Park,5\nWestwall,3\nNordring,8\n'

/** A dataset of Dana's with one file, sent in as the editor does in its last step. */
async function sent(title: string, csv: string): Promise<string> {
  const { platform } = town.running
  const [id, distributionId, now] = [newId(platform.now()), newId(platform.now()), platform.now()]
  const taken = await takeUpload({ platform, tenant: tenant(), now, write: asDana }, { datasetId: id, distributionId, upload: { name: 'spielplaetze.csv', declaredType: 'text/csv', content: Readable.from([csv]) } })
  assert.ok(taken.ok)
  const document = {
    ...emptyDataset,
    title: { de: title },
    description: { de: 'Alle öffentlichen Spielplätze der Stadt mit der Zahl ihrer Geräte, Stand dieses Jahres.' },
    publisher: { name: { de: 'Grünflächenamt' } },
    distribution: [{ ...emptyDistribution, id: distributionId, versionId: taken.version.id, title: { de: 'Liste' }, license: 'http://dcat-ap.de/def/licenses/cc-zero', format: 'http://publications.europa.eu/resource/authority/file-type/CSV' }],
  }
  await asDana(async (db) => {
    const organisation = await keepOrganisation(db, { id: newId(db.now), name: 'gruenflaechenamt', title: 'Grünflächenamt', description: '', homepage: null, email: null, uri: null })
    await insertDraft(db, { id, name: null, organisationId: organisation.id, document, basedOn: null })
  })
  for (let tries = 0; (await asDana((db) => findVersion(db, taken.version.id)))?.state !== 'ready'; tries++) {
    assert.ok(tries < 480, 'the file was not read')
    await sleep(250)
  }
  assert.deepEqual(await asDana((db) => submitDraft(db, { id, revision: 1, note: 'Bitte bis zum Sommer.' })), undefined)
  return id
}

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(to)}`))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(`**${to}`)
}

/** Answers all questions of the page alike. */
async function answerAll(page: Page, answer: 'yes' | 'no'): Promise<void> {
  for (const box of await page.locator(`input[type=radio][name^="answer-"][value="${answer}"]`).all()) await box.check()
}

async function scanned(page: Page): Promise<void> {
  for (let tries = 0; (await page.getByText('sucht das Portal noch').count()) > 0; tries++) {
    assert.ok(tries < 120, 'the file was not searched')
    await sleep(500)
    await page.reload()
  }
}

journey('The review group refuses a dataset with names, after a finding was decided', {}, async ({ page, step, javascript }) => {
  const title = `Spielplätze mit Kontakt ${javascript ? 'A' : 'B'}`
  const id = await sent(title, contacts)
  await step('Eva of the department sees what stands in the way', async () => {
    await signIn(page, 'eva', '/open-data/review')
    await page.locator('#your-list').getByRole('link', { name: title }).click()
    await scanned(page)
    assert.match(await page.locator('main').innerText(), /Über einen möglichen Personenbezug hat noch niemand entschieden/)
  })
  await step('she cannot hand it on, and her answers stay', async () => {
    await answerAll(page, 'yes')
    await page.locator('input[name=verdict][value=accept]').check()
    await page.getByRole('button', { name: 'Prüfung abschließen' }).click()
    await page.getByRole('alert').waitFor()
    assert.ok(await page.locator('input[name="answer-whole"][value="yes"]').isChecked())
  })
  await step('she looks at the finding and decides, first without a reason', async () => {
    await page.getByRole('link', { name: 'spielplaetze.csv' }).click()
    const text = await page.locator('main').innerText()
    assert.match(text, /Namen von Personen/)
    assert.match(text, /E•+ •+/)
    await page.locator('input[name=decision][value=allowed]').check()
    await page.getByRole('button', { name: 'Entscheidung speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.ok(await page.locator('input[name=decision][value=allowed]').isChecked())
  })
  await step('with a reason it is kept', async () => {
    await page.locator('textarea[name=reason]').fill('Die Genannten haben schriftlich zugestimmt.')
    await page.getByRole('button', { name: 'Entscheidung speichern' }).click()
    await page.getByText('Über alle Funde ist entschieden.').waitFor()
  })
  await step('now it goes to the group', async () => {
    await page.goto(town.url(`/open-data/review/${id}`))
    await answerAll(page, 'yes')
    await page.locator('input[name=verdict][value=accept]').check()
    await page.getByRole('button', { name: 'Prüfung abschließen' }).click()
    await page.getByText('Das Votum ist gespeichert').waitFor()
    assert.match(await page.locator('main').innerText(), /Die Datengruppe entscheidet bis/)
  })
  await step('Gesa refuses, first without ground and public reason', async () => {
    await signIn(page, 'gesa', `/open-data/review/${id}`)
    await answerAll(page, 'yes')
    await page.locator('input[name="answer-no-persons"][value="no"]').check()
    await page.locator('input[name=verdict][value=refuse]').check()
    await page.locator('#reasons').fill('Die Namen sind für den Zweck nicht nötig.')
    await page.getByRole('button', { name: 'Stimme abgeben' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('.mr-error:not([aria-hidden])').count(), 2)
  })
  await step('she names the ground', async () => {
    await page.locator('input[name=grounds][value=data-protection]').check()
    await page.locator('#publicReason').fill('Die Tabelle nennt Personen, ohne dass es nötig ist.')
    await page.getByRole('button', { name: 'Stimme abgeben' }).click()
    await page.getByText('Noch stimmen keine zwei Mitglieder überein').waitFor()
  })
  await step('Gerd does not see her vote before he has his own', async () => {
    await signIn(page, 'gerd', `/open-data/review/${id}`)
    const text = await page.locator('main').innerText()
    assert.match(text, /Eine andere Stimme liegt vor/)
    assert.ok(!text.includes('für den Zweck nicht nötig'))
  })
  await step('he refuses as well: it is decided', async () => {
    await answerAll(page, 'yes')
    await page.locator('input[name="answer-no-persons"][value="no"]').check()
    await page.locator('input[name=verdict][value=refuse]').check()
    await page.locator('input[name=grounds][value=data-protection]').check()
    await page.locator('#reasons').fill('Bitte ohne die Spalte mit Namen neu einreichen.')
    await page.locator('#publicReason').fill('Die Tabelle nennt Personen, ohne dass es nötig ist.')
    await page.getByRole('button', { name: 'Stimme abgeben' }).click()
    await page.getByText('Die Veröffentlichung ist abgelehnt.').waitFor()
  })
  await step('everybody reads what stays inside, and nobody’s name', async () => {
    await page.context().clearCookies()
    await page.goto(town.url('/open-data/refused'))
    const text = await page.locator('main').innerText()
    assert.ok(text.includes(title))
    assert.ok(!/Gesa|Gerd|Dana|Mustermann/.test(text))
  })
})

journey('The review group accepts a dataset', { javascript: false }, async ({ page, step }) => {
  const id = await sent('Spielplätze der Stadt', plain)
  const accept = async (person: string, button: string) => {
    await signIn(page, person, `/open-data/review/${id}`)
    await scanned(page)
    await answerAll(page, 'yes')
    await page.locator('input[name=verdict][value=accept]').check()
    await page.getByRole('button', { name: button }).click()
    await page.getByText('Das Votum ist gespeichert').waitFor()
  }
  await step('the department hands it on', () => accept('eva', 'Prüfung abschließen'))
  await step('the first member agrees', () => accept('gesa', 'Stimme abgeben'))
  await step('the second member agrees: it is published', async () => {
    await accept('gerd', 'Stimme abgeben')
    await page.getByRole('link', { name: 'Datensatz ansehen' }).click()
    assert.equal(await page.locator('h1').innerText(), 'Spielplätze der Stadt')
  })
})
