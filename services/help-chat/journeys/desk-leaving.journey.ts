import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { demoAccountId } from '@modellregion/kernel'
import { journey, startTown, type Town } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { demoConfidants } from '../demo/confidants.ts'
import { beginCase } from '../desk/person-for-tests.ts'
import { endConfidant } from '../office/confidants.ts'

// A town of its own: somebody leaves the office here, and others still need her.
let town: Town
before(async () => {
  town = await startTown({ services: ['help-chat'] })
})
after(() => town.close())

const at = (path: string): string => town.url(path, 'aachen')
const idOf = (key: string): string => demoConfidants.find((one) => one.key === key)?.id ?? ''

async function open(page: Page, key: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(at('/sign-in?return=/help-chat/desk'))
  await page.locator(`form[action$="/demo/${key}"] button`).click()
  await page.waitForURL('**/help-chat/desk')
  await page.getByRole('button', { name: 'Einsetzen' }).click()
  await page.getByRole('button', { name: 'Aufschließen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor()
}

journey('A confidant leaves: two others open the case together, and everybody sees it', { javascript: true }, async ({ page, step }) => {
  const writer = await beginCase(at, { choice: idOf('yasemin'), text: 'Nur Yasemin weiß davon.' })
  const name = new RegExp(`${writer.case.slice(0, 3)}-${writer.case.slice(3, 6)}`, 'i')
  await endConfidant(town.running.platform, { tenant: 'aachen', actor: demoAccountId('aachen', 'hanna') }, idOf('yasemin'))

  await step('a holder of a share cannot read the case and asks for its opening', async () => {
    await open(page, 'vera')
    await page.getByRole('link', { name }).click()
    await page.getByRole('log').waitFor()
    assert.equal(await page.getByText('Nur Yasemin weiß davon.').count(), 0)
    await page.getByRole('button', { name: 'Öffnung beantragen' }).click()
    await page.locator('section').getByRole('button', { name: 'Öffnung beantragen' }).click()
    await page.getByText('Bitte in einem Satz sagen, warum.').waitFor()
    await page.getByLabel('Warum muss der Fall geöffnet werden?').fill('Yasemin ist nicht mehr da, und jemand wartet.')
    await page.locator('section').getByRole('button', { name: 'Öffnung beantragen' }).click()
    await page.getByText('Die Öffnung ist beantragt.').waitFor()
  })
  await step('alone she cannot open it', async () => {
    await page.getByText('1 von 2 nötigen Anteilen sind da.').waitFor()
    assert.equal(await page.getByRole('button', { name: /zusammensetzen/ }).count(), 0)
  })
  await step('a second holder sees who asks and why, and releases his share', async () => {
    await open(page, 'viktor')
    await page.getByRole('link', { name: 'Öffnungen' }).click()
    await page.getByText('Grund: Yasemin ist nicht mehr da, und jemand wartet.').waitFor()
    await page.getByRole('button', { name: 'Anteil für Vera Vertrauen freigeben' }).click()
    await page.getByText('Der Anteil ist freigegeben.').waitFor()
  })
  await step('both shares together open it, and the person is told', async () => {
    await open(page, 'vera')
    await page.getByRole('link', { name: 'Öffnungen' }).click()
    await page.getByRole('button', { name: /zusammensetzen/ }).click()
    await page.getByRole('log').getByText('Nur Yasemin weiß davon.').waitFor()
    await page.getByRole('log').getByText('Fall mit Anteilen geöffnet').waitFor()
    const { messages, epoch } = await writer.read()
    const change = messages.at(-1)?.message?.content
    assert.equal(change?.kind === 'readers-changed' && change.reason, 'escrow')
    assert.deepEqual(epoch.copies.map(({ to }) => to).sort(), [idOf('vera'), 'person'].sort())
  })
})
