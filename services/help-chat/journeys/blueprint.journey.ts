import assert from 'node:assert/strict'
import { get } from 'node:http'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { readBank } from '../blueprint/exam/bank.ts'
import { findBank } from '../blueprint/library.ts'

const town = useTown({ services: ['help-chat'] })
const home = (path: string): string => town.url(`/help-chat${path}`, 'aachen')
const bank = readBank(findBank('de', { town: '-', service: '-', address: '-' }).blocks)

// Node does not know the names of the towns, a browser does; and a browser shows a PDF instead of handing it over.
const fetchFrom = async (address: string): Promise<{ status: number | undefined; type: string | undefined; file: string }> => {
  const { host, port, pathname, search } = new URL(address)
  return await new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: `${pathname}${search}`, headers: { host } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode, type: answer.headers['content-type'], file: Buffer.concat(pieces).toString('latin1') }))
    }).on('error', reject)
  })
}

/** Answers what the page asks; the first `wrong` questions get an answer that is not right. */
async function answer(page: Page, wrong: number): Promise<void> {
  const names = await page.locator('fieldset').evaluateAll((sets) => sets.map((set) => set.querySelector('input')?.name ?? ''))
  assert.equal(names.length, 12)
  for (const [index, name] of names.entries()) {
    const question = bank.find(({ id }) => id === name)
    assert.ok(question, name)
    const places = question.answers.flatMap(({ right }, at) => (right === index >= wrong ? [at] : []))
    for (const at of fill(places, question.answers.length).slice(0, question.right)) await page.locator(`input[name="${name}"][value="${at}"]`).check()
  }
}

// Where too few wrong answers exist, others fill up: one wrong one is enough to make a question wrong.
const fill = (places: readonly number[], all: number): readonly number[] => [...places, ...Array.from({ length: all }, (_, at) => at).filter((at) => !places.includes(at))]

journey('Somebody reads the blueprint and takes a leaflet along; a confidant learns and passes the test', { javascript: false }, async ({ page, step }) => {
  await step('opens the list and a draft, which says that it is one', async () => {
    await page.goto(home('/blueprint'))
    await page.getByRole('link', { name: 'Entwurf einer Dienstvereinbarung' }).click()
    await page.getByRole('heading', { name: 'Entwurf, keine Rechtsberatung' }).waitFor()
    await page.getByRole('link', { name: '§ 5 Keine Überwachung' }).click()
    assert.match(page.url(), /#5-keine-ueberwachung$/)
    assert.equal((await page.context().cookies()).filter(({ name }) => name !== 'lang').length, 0)
  })
  await step('opens leaflet and poster as PDF', async () => {
    for (const [document, link] of [['leaflet', 'Als PDF laden'], ['poster', 'In Leichter Sprache als PDF laden']] as const) {
      await page.goto(home(`/blueprint/${document}`))
      const path = (await page.getByRole('link', { name: link, exact: true }).getAttribute('href')) ?? ''
      const { status, type, file } = await fetchFrom(town.url(path, 'aachen'))
      assert.deepEqual([status, type, file.slice(0, 8)], [200, 'application/pdf', '%PDF-1.7'])
      assert.match(file, document === 'poster' ? /\/Lang \(de-simple-x-leicht\)/ : /\/Lang \(de\)/)
    }
    assert.equal((await fetchFrom(home('/blueprint/recipe.pdf'))).status, 404)
  })
  await step('reads a lesson and goes on to the next', async () => {
    await page.goto(home('/course'))
    await page.getByRole('link', { name: /Rolle und Grenzen/ }).click()
    await page.getByRole('link', { name: /^Weiter: Erster Kontakt/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Erster Kontakt in Schriftform' }).waitFor()
  })
  await step('is asked to sign in for the test', async () => {
    await page.goto(home('/course/test'))
    await page.locator('form[action$="/demo/vera"] button').click()
    await page.getByRole('heading', { level: 1, name: 'Test zum Kurs' }).waitFor()
  })
  await step('forgets all answers but one, is told which, and the one is kept', async () => {
    await page.locator('fieldset input').first().check()
    await page.getByRole('button', { name: 'Antworten prüfen' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.title(), /^Fehler: /)
    assert.ok((await page.getByRole('alert').getByRole('link').count()) >= 11)
    assert.equal(await page.locator('input:checked').count(), 1)
    await page.goto(home('/course/test'))
  })
  await step('answers too much wrongly and learns why', async () => {
    await answer(page, 4)
    await page.getByRole('button', { name: 'Antworten prüfen' }).click()
    await page.getByText('Noch nicht bestanden').waitFor()
    assert.equal(await page.getByRole('link', { name: /^Nachlesen:/ }).count(), 4)
    await page.getByRole('link', { name: 'Neuen Test beginnen' }).click()
  })
  await step('passes, and it stands in the log of trainings', async () => {
    await answer(page, 2)
    await page.getByRole('button', { name: 'Antworten prüfen' }).click()
    await page.getByText('10 von 12 Fragen sind richtig').waitFor()
    await page.getByText(/Das steht jetzt im Nachweis der Fachkunde/).waitFor()
  })
})
