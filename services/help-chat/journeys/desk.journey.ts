import assert from 'node:assert/strict'
import { expectAccessible, journey, useTown } from '@modellregion/testing'
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
  await page.getByRole('heading', { level: 1, name: 'Gespräche' }).waitFor()
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

  await step('finds the keys locked, mistypes the phrase and is told which word', async () => {
    await signIn(page, 'vera')
    await page.getByRole('heading', { level: 1, name: 'Aufschließen' }).waitFor()
    assert.equal(await page.getByText('angeschrien').count(), 0)
    await page.getByLabel('Schlüsselsatz').focus()
    await page.keyboard.type(phraseOf('vera').with(1, 'kafee').join(' '))
    await page.keyboard.press('Enter')
    await page.getByText(/Das 2. Wort .*Gemeint sein könnte: .*kaffee/).waitFor()
  })
  await step('types it right and sees the inbox by deadline', async () => {
    await page.getByLabel('Schlüsselsatz').fill(phraseOf('vera').join(', ').toUpperCase())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Gespräche' }).waitFor()
    await page.getByRole('link', { name: nameOf(counsel) }).filter({ hasText: 'Mobbing' }).waitFor()
    assert.match(await page.title(), /^\(\d+\) /)
  })
  await step('reads what was written, puts in a text module and is not let send it with a gap', async () => {
    await openCase(page, counsel)
    await page.getByText('Seit drei Monaten werde ich angeschrien.').waitFor()
    await page.getByLabel('Textbaustein einsetzen').selectOption({ label: 'Danke für die Nachricht' })
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.getByText('Im Text ist noch etwas auszufüllen: [Tag]').waitFor()
  })
  await step('answers; the person reads it and answers; that appears without loading the page', async () => {
    await page.getByLabel('Antwort').fill('Danke für das Vertrauen. Morgen mehr.')
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.getByText('Gesendet.').waitFor()
    const last = (await counsel.read()).messages.at(-1)?.message?.content
    assert.deepEqual(last, { kind: 'text', text: 'Danke für das Vertrauen. Morgen mehr.' })
    await counsel.says({ kind: 'text', text: 'Das hilft mir.' })
    await page.getByRole('log').getByText('Das hilft mir.').waitFor()
    await page.getByLabel('Notiz', { exact: true }).fill('Nächste Woche nachfragen')
    await page.getByRole('button', { name: 'Notiz sichern' }).click()
    await page.getByText('Die Notiz ist gesichert.').waitFor()
  })
  await step('confirms the receipt of the report', async () => {
    await page.getByRole('button', { name: 'Zurück zu allen Gesprächen' }).click()
    await openCase(page, report)
    await page.getByRole('button', { name: 'Eingang bestätigen' }).click()
    await page.locator('section').getByRole('button', { name: 'Eingang bestätigen' }).click()
    await page.getByText('Der Eingang ist bestätigt.').waitFor()
    assert.ok((await kinds(report)).includes('receipt-confirmed'))
    assert.equal((await report.read()).view.clocks.find(({ rule }) => rule === 'receipt')?.state, 'done')
  })
  await step('finds no barrier in any form of a report and in the other parts of the desk', async () => {
    for (const act of ['Rückmeldung geben', 'Protokoll schreiben', 'Termine anbieten', 'Weitergeben', 'Befangen: zurücktreten', 'Als Text sichern']) {
      if (await page.getByRole('button', { name: act }).isHidden()) await page.getByText('Weiteres').click()
      await page.getByRole('button', { name: act }).click()
      await page.locator('#panel-title').waitFor()
      await expectAccessible(page, { within: '.hd-desk' })
      await page.getByRole('button', { name: 'Jetzt nicht' }).click()
    }
    await page.getByRole('link', { name: 'Textbausteine' }).click()
    await page.getByRole('button', { name: /Ändern.*Danke für die Nachricht/ }).click()
    await page.getByLabel('Überschrift').fill('Danke, ich habe alles gelesen')
    await page.getByRole('button', { name: 'Sichern' }).click()
    await page.getByText('Der Textbaustein ist gesichert.').waitFor()
    await page.getByRole('heading', { name: 'Danke, ich habe alles gelesen' }).waitFor()
    await expectAccessible(page, { within: '.hd-desk' })
    await page.getByRole('link', { name: 'Einstellungen' }).click()
    await page.getByRole('button', { name: 'Neue Adresse machen' }).click()
    assert.match(await page.getByLabel('Adresse des Kalenders').inputValue(), /\.ics$/)
    await page.locator('.hd-bar').getByRole('link', { name: /^Gespräche/ }).click()
  })
  await step('hands the case over and locks the desk', async () => {
    await openCase(page, counsel)
    assert.equal(await page.getByLabel('Notiz', { exact: true }).inputValue(), 'Nächste Woche nachfragen')
    await page.getByRole('button', { name: 'Weitergeben' }).click()
    await page.getByRole('radio', { name: /Viktor Beistand/ }).check()
    await page.locator('section').getByRole('button', { name: 'Weitergeben' }).click()
    await page.getByText('Das Gespräch ist weitergegeben.').waitFor()
    await page.getByRole('button', { name: 'Abschließen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aufschließen' }).waitFor()
    await page.context().clearCookies()
  })
  await step('the colleague reads everything, and from then on alone', async () => {
    await signIn(page, 'viktor')
    await unlock(page)
    await openCase(page, counsel)
    await page.getByText('Seit drei Monaten werde ich angeschrien.').waitFor()
    await page.getByText('Gespräch übernommen').waitFor()
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
