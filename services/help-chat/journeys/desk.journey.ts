import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { demoConfidants } from '../demo/confidants.ts'
import { beginCase, type Writer } from '../desk/person-for-tests.ts'
import { caseName } from '../desk/rules.ts'

const town = useTown({ services: ['help-chat'] })
const at = (path: string): string => town.url(path, 'aachen')
const phraseOf = (key: string): readonly string[] => demoConfidants.find((one) => one.key === key)?.phrase ?? []
const idOf = (key: string): string => demoConfidants.find((one) => one.key === key)?.id ?? ''

async function signIn(page: Page, key: string): Promise<void> {
  await page.goto(at('/sign-in?return=/help-chat/desk'))
  await page.locator(`form[action$="/demo/${key}"] button`).click()
  await page.waitForURL('**/help-chat/desk')
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Einsetzen' }).click()
  await page.getByRole('button', { name: 'Aufschließen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor()
}

const nameOf = ({ case: id }: Writer): RegExp => new RegExp(caseName(id))
const openCase = async (page: Page, writer: Writer): Promise<void> => {
  await page.getByRole('link', { name: nameOf(writer) }).click()
  await page.getByRole('heading', { level: 1, name: nameOf(writer) }).waitFor()
  await page.getByRole('log').waitFor()
}
const kinds = async (writer: Writer): Promise<string[]> => (await writer.read()).messages.map(({ message }) => message?.content.kind ?? 'locked')
const readersOf = async (writer: Writer): Promise<string[]> => (await writer.read()).epoch.copies.map(({ to }) => to)

journey('A confidant unlocks with the keyboard, answers, confirms a report and hands over to a colleague who can then read', { javascript: true }, async ({ page, step }) => {
  const counsel = await beginCase(at, { choice: idOf('vera'), text: 'Seit drei Monaten werde ich angeschrien.' })
  const report = await beginCase(at, { choice: idOf('vera'), text: 'Jemand rechnet Fahrten ab, die es nicht gab.', topic: 'compliance' })
  await report.declaresReport()

  await step('signs in and finds the keys locked', async () => {
    await signIn(page, 'vera')
    await page.getByRole('heading', { level: 1, name: 'Aufschließen' }).waitFor()
    assert.equal(await page.getByText('angeschrien').count(), 0)
  })
  await step('mistypes the phrase and is told which word', async () => {
    await page.getByLabel('Schlüsselsatz').focus()
    await page.keyboard.type(phraseOf('vera').with(1, 'kafee').join(' '))
    await page.keyboard.press('Enter')
    await page.getByText(/Das 2. Wort .*Gemeint sein könnte: .*kaffee/).waitFor()
  })
  await step('types it right and sees the inbox by deadline', async () => {
    await page.getByLabel('Schlüsselsatz').fill(phraseOf('vera').join(', ').toUpperCase())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor()
    await page.getByRole('link', { name: nameOf(counsel) }).filter({ hasText: 'Mobbing' }).waitFor()
    assert.match(await page.title(), /^\(\d+\) /)
  })
  await step('reads what was written', async () => {
    await openCase(page, counsel)
    await page.getByText('Seit drei Monaten werde ich angeschrien.').waitFor()
  })
  await step('puts in a text module and is not let send it with a gap', async () => {
    await page.getByLabel('Textbaustein einsetzen').selectOption({ label: 'Danke für die Nachricht' })
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.getByText('Im Text ist noch etwas auszufüllen: [Tag]').waitFor()
  })
  await step('answers, and the person reads it', async () => {
    await page.getByLabel('Antwort').fill('Danke für das Vertrauen. Morgen mehr.')
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.getByText('Gesendet.').waitFor()
    const last = (await counsel.read()).messages.at(-1)?.message?.content
    assert.deepEqual(last, { kind: 'text', text: 'Danke für das Vertrauen. Morgen mehr.' })
  })
  await step('sees the answer of the person without loading the page', async () => {
    await counsel.says({ kind: 'text', text: 'Das hilft mir.' })
    await page.getByRole('log').getByText('Das hilft mir.').waitFor()
  })
  await step('keeps a note that only she can read', async () => {
    await page.getByLabel('Notiz', { exact: true }).fill('Nächste Woche nachfragen')
    await page.getByRole('button', { name: 'Notiz sichern' }).click()
    await page.getByText('Die Notiz ist gesichert.').waitFor()
  })
  await step('confirms the receipt of the report', async () => {
    await page.getByRole('button', { name: 'Zurück zu allen Fällen' }).click()
    await openCase(page, report)
    await page.getByRole('button', { name: 'Eingang bestätigen' }).click()
    await page.locator('section').getByRole('button', { name: 'Eingang bestätigen' }).click()
    await page.getByText('Der Eingang ist bestätigt.').waitFor()
    assert.ok((await kinds(report)).includes('receipt-confirmed'))
    assert.equal((await report.read()).view.clocks.find(({ rule }) => rule === 'receipt')?.state, 'done')
  })
  await step('hands the case over', async () => {
    await page.getByRole('button', { name: 'Zurück zu allen Fällen' }).click()
    await openCase(page, counsel)
    assert.equal(await page.getByLabel('Notiz', { exact: true }).inputValue(), 'Nächste Woche nachfragen')
    await page.getByRole('button', { name: 'Weitergeben' }).click()
    await page.getByRole('radio', { name: /Viktor Beistand/ }).check()
    await page.locator('section').getByRole('button', { name: 'Weitergeben' }).click()
    await page.getByText('Der Fall ist weitergegeben.').waitFor()
  })
  await step('locks, and nothing readable is left', async () => {
    await page.getByRole('button', { name: 'Abschließen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aufschließen' }).waitFor()
    await page.context().clearCookies()
  })
  await step('the colleague reads everything, and from then on alone', async () => {
    await signIn(page, 'viktor')
    await unlock(page)
    await openCase(page, counsel)
    await page.getByText('Seit drei Monaten werde ich angeschrien.').waitFor()
    await page.getByText('Fall übernommen').waitFor()
    assert.deepEqual((await readersOf(counsel)).sort(), [idOf('viktor'), 'person'].sort())
  })
})

journey('Without JavaScript the desk says why, and what works', { javascript: false }, async ({ page, step }) => {
  await step('reads it', async () => {
    await signIn(page, 'yasemin')
    const text = await page.locator('main').innerText()
    assert.match(text, /JavaScript/)
    assert.match(text, /Abwesenheit/)
  })
})
