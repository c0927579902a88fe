import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { demoAccountId, grantRole, sql } from '@modellregion/kernel'
import { journey, startTown, type Town } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { demoConfidants } from '../demo/confidants.ts'
import { beginCase } from '../desk/person-for-tests.ts'
import { caseName } from '../desk/rules.ts'
import { endConfidant } from '../office/confidants.ts'
import { listAllConfidants, putConfidant } from '../office/queries/confidant.ts'

// A town of its own: somebody leaves the office here, and others still need her.
let town: Town
before(async () => {
  town = await startTown({ services: ['help-chat'] })
})
after(() => town.close())

const at = (path: string): string => town.url(path, 'aachen')
const idOf = (key: string): string => demoConfidants.find((one) => one.key === key)?.id ?? ''

async function signIn(page: Page, key: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(at('/sign-in?return=/help-chat/desk'))
  await page.locator(`form[action$="/demo/${key}"] button`).click()
  await page.waitForURL('**/help-chat/desk')
}

async function open(page: Page, key: string): Promise<void> {
  await signIn(page, key)
  await page.getByRole('button', { name: 'Einsetzen' }).click()
  await page.getByRole('button', { name: 'Aufschließen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Gespräche' }).waitFor()
}

journey('A confidant leaves: two others open the case together, and everybody sees it', { javascript: true }, async ({ page, step }) => {
  const writer = await beginCase(at, { choice: idOf('yasemin'), text: 'Nur Yasemin weiß davon.' })
  const name = new RegExp(caseName(writer.case))
  await endConfidant(town.running.platform, { tenant: 'aachen', actor: demoAccountId('aachen', 'hanna') }, idOf('yasemin'))

  await step('a holder of a share cannot read the case and asks for its opening', async () => {
    await open(page, 'vera')
    await page.getByRole('link', { name }).click()
    await page.getByRole('log').waitFor()
    assert.equal(await page.getByText('Nur Yasemin weiß davon.').count(), 0)
    await page.getByRole('button', { name: 'Öffnung beantragen' }).click()
    await page.locator('section').getByRole('button', { name: 'Öffnung beantragen' }).click()
    await page.getByText('Bitte in einem Satz sagen, warum.').waitFor()
    await page.getByLabel('Warum muss das Gespräch geöffnet werden?').fill('Yasemin ist nicht mehr da, und jemand wartet.')
    await page.locator('section').getByRole('button', { name: 'Öffnung beantragen' }).click()
    await page.getByText('Die Öffnung ist beantragt.').waitFor()
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
    await page.getByRole('log').getByText('Gespräch mit Anteilen geöffnet').waitFor()
    const { messages, epoch } = await writer.read()
    const change = messages.at(-1)?.message?.content
    assert.equal(change?.kind === 'readers-changed' && change.reason, 'escrow')
    assert.deepEqual(epoch.copies.map(({ to }) => to).sort(), [idOf('vera'), 'person'].sort())
  })
})

const unit = <T>(service: string, work: Parameters<Town['running']['platform']['database']['unit']>[1]) => town.running.platform.database.unit({ tenant: 'aachen', service, access: 'write', now: new Date() }, work) as Promise<T>

journey('A new confidant makes keys and writes the phrase down; keys are renewed; a case that was cut off is refused', { javascript: true }, async ({ page, step }) => {
  const newcomer = '0193e000-0000-7000-8000-0000000c00aa'
  const account = demoAccountId('aachen', 'mia')
  await unit('platform', (db) => grantRole(db, account, { role: 'confidant' }))
  await unit('help-chat', async (db) => {
    const [like] = (await listAllConfidants(db)).filter(({ id }) => id === idOf('vera'))
    assert.ok(like)
    await putConfidant(db, { ...like, id: newcomer, accountId: account, name: 'Mia Beispiel', photoFile: null, photoText: null })
  })
  let words: string[] = []
  const name = (id: string): RegExp => new RegExp(caseName(id))

  await step('is told what keys are for and sees eight words', async () => {
    await signIn(page, 'mia')
    await page.getByRole('heading', { level: 1, name: 'Schlüssel anlegen' }).waitFor()
    await page.getByRole('button', { name: 'Schlüsselsatz zeigen' }).click()
    words = await page.locator('.hd-words li').allInnerTexts()
    assert.equal(words.length, 8)
  })
  await step('types one of them wrong and is not let on', async () => {
    await page.getByRole('button', { name: 'Aufgeschrieben, weiter' }).click()
    await page.getByLabel('Schlüsselsatz').fill(words.toReversed().join(' '))
    await page.getByRole('button', { name: 'Schlüssel anlegen' }).click()
    await page.getByText('andere als die gezeigten').waitFor()
  })
  await step('types them right: the keys are there, and people can write to her', async () => {
    await page.getByLabel('Schlüsselsatz').fill(words.join(' '))
    await page.getByRole('button', { name: 'Schlüssel anlegen' }).click()
    await page.getByText('Die Schlüssel sind angelegt.').waitFor({ timeout: 60_000 })
  })
  const writer = await beginCase(at, { choice: newcomer, text: 'Nur für Mia.' })
  await writer.says({ kind: 'text', text: 'Und noch ein Satz.' })
  await step('reads the first case, which arrives by itself', async () => {
    await page.getByRole('link', { name: name(writer.case) }).click()
    await page.getByRole('log').getByText('Und noch ein Satz.').waitFor()
  })
  await step('renews her keys, and the case is sealed anew', async () => {
    await page.getByRole('link', { name: 'Schlüssel', exact: true }).click()
    const before = await page.locator('.hd-words').first().innerText()
    await page.getByRole('button', { name: 'Schlüssel erneuern' }).first().click()
    await page.getByLabel('Schlüsselsatz').fill(words.join(' '))
    await page.getByRole('button', { name: 'Schlüssel erneuern' }).first().click()
    await page.getByText('Die Schlüssel sind erneuert.').waitFor({ timeout: 60_000 })
    assert.notEqual(await page.locator('.hd-words').first().innerText(), before)
    const change = (await writer.read()).messages.at(-1)?.message?.content
    assert.equal(change?.kind === 'readers-changed' && change.reason, 'key-changed')
  })
  await step('a new page, the same phrase: everything can still be read', async () => {
    await page.reload()
    await page.getByLabel('Schlüsselsatz').fill(words.join(' '))
    await page.getByRole('button', { name: 'Aufschließen' }).click()
    await page.getByRole('link', { name: name(writer.case) }).click()
    await page.getByRole('log').getByText('Nur für Mia.').waitFor()
  })
  await step('somebody sets the case back in the database: it is not shown, and the page says why', async () => {
    await unit('help-chat', async (db) => {
      const [last] = await db.many(sql<{ seq: number; prev: string }>`select seq, prev from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${writer.case} order by seq desc limit 1`)
      assert.ok(last)
      await db.run(sql`delete from help_chat.envelope where tenant_id = ${db.tenant} and case_id = ${writer.case} and seq = ${last.seq}`)
      await db.run(sql`delete from help_chat.key_copy where tenant_id = ${db.tenant} and case_id = ${writer.case} and epoch = 2`)
      await db.run(sql`delete from help_chat.epoch where tenant_id = ${db.tenant} and case_id = ${writer.case} and epoch = 2`)
      return await db.run(sql`update help_chat.case_file set head_seq = ${last.seq - 1}, head_hash = ${last.prev}, epoch = 1 where tenant_id = ${db.tenant} and id = ${writer.case}`)
    })
    await page.reload()
    await page.getByLabel('Schlüsselsatz').fill(words.join(' '))
    await page.getByRole('button', { name: 'Aufschließen' }).click()
    await page.getByText('Stimmt nicht: ansehen').waitFor()
    await page.getByRole('link', { name: name(writer.case) }).click()
    await page.getByText('Dieses Gerät hat schon mehr gesehen, als der Server jetzt zeigt.').waitFor()
    await page.getByText(/Befund: truncated/).waitFor()
    assert.equal(await page.getByText('Nur für Mia.').count(), 0)
  })
})
