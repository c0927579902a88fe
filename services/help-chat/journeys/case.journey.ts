import assert from 'node:assert/strict'
import { after } from 'node:test'
import { journey, openBrowser, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'
import { sealMessage } from '../crypto/envelope.ts'
import type { Content } from '../crypto/message.ts'
import { sodium } from '../crypto/sodium.ts'
import { verifyThread } from '../crypto/thread.ts'
import { openVault } from '../crypto/vault.ts'
import { demoConfidants } from '../demo/confidants.ts'
import type { DeskState } from '../thread/schema.ts'
import type { CaseView } from '../case/schema.ts'

const town = useTown({ services: ['help-chat'] })
const app = (): string => town.url('/help-chat/case', 'aachen')
const next = (page: Page) => page.locator('main button[type=submit]').click()
const words = (page: Page): Promise<string[]> => page.locator('.hc-words li').allInnerTexts()

/** From the first view to the eight words. */
async function write(page: Page, text: string, excluded?: string): Promise<string[]> {
  await page.goto(app())
  await page.getByRole('button', { name: 'Neu schreiben' }).click()
  await page.getByRole('radio', { name: 'Mobbing' }).check()
  await next(page)
  if (excluded) await page.getByRole('checkbox', { name: `${excluded} soll nicht lesen` }).check()
  await next(page)
  await next(page)
  await page.getByRole('textbox', { name: 'Nachricht' }).fill(text)
  await next(page)
  await page.getByRole('heading', { level: 1, name: 'Ihre acht Wörter' }).waitFor()
  return words(page)
}

async function open(page: Page, typed: string): Promise<void> {
  await page.goto(app())
  await page.getByRole('button', { name: 'Wiederkommen' }).click()
  await page.getByLabel('Acht Wörter oder Code').fill(typed)
  await next(page)
}

type Vera = { says(content: Content): Promise<readonly string[]> }

/** Vera at her own routes, with the keys that her phrase opens. `says` answers in the case of this file and returns who can read it. */
async function openVera(): Promise<Vera> {
  const vera = demoConfidants.find(({ key }) => key === 'vera')
  if (!vera) throw new Error('The demonstration has no Vera.')
  const browser = await openBrowser()
  after(() => browser.close())
  const page = await browser.page({})
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent('/help-chat/desk')}`, 'aachen'))
  await page.locator('form[action$="/demo/vera"] button').click()
  await page.waitForURL('**/help-chat/desk')
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const { status, value } = await page.evaluate(
      async ([how, where, what]) => {
        const csrf: string = JSON.parse(document.querySelector<HTMLElement>('[data-island="help-desk"]')?.dataset['props'] ?? '{}').csrf
        const answer = await fetch(`/help-chat/desk/api/${where}`, { method: how, headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, ...(what !== '' && { body: what }) })
        return { status: answer.status, value: await answer.json() }
      },
      [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
    )
    if (status >= 300) throw new Error(`${path}: ${status}`)
    return value as T // the protocol's answers
  }
  await sodium()
  const { me } = await ask<DeskState>('GET', 'state')
  const self = me.find(({ town: id }) => id === 'aachen')
  const keys = self?.vault && (await openVault(self.vault, vera.phrase))
  if (!keys) throw new Error('Her phrase does not open her keys.')
  return {
    async says(content) {
      const { inbox } = await ask<DeskState>('GET', 'state')
      for (const { case: id } of inbox.filter(({ town: at }) => at === 'aachen')) {
        const { thread, keys: statements } = await ask<CaseView>('GET', `cases/aachen/${id}`)
        const read = verifyThread(thread, { me: vera.id, keys, statements, expected: { tenant: 'aachen', case: id } })
        if (!read.ok) throw new Error(read.code)
        const first = read.messages[0]?.message?.content
        const key = read.epochKeys.get(read.epoch.epoch)
        if (first?.kind !== 'start' || !first.text.includes('Für die Probe') || !key) continue
        const envelope = sealMessage({ message: { at: new Date().toISOString(), content }, epoch: read.epoch, key, seq: read.head.seq + 1, prev: read.head.hash, from: vera.id, keys })
        await ask('POST', `cases/aachen/${id}/messages`, { envelope })
        return read.epoch.copies.map(({ to }) => to)
      }
      throw new Error('The case is not in her inbox.')
    },
  }
}

journey('Somebody writes without a name, leaves in a hurry, and reads the answer', { javascript: true }, async ({ page, step }) => {
  let secret: string[] = []
  let vera: Vera | undefined
  await step('writes, and leaves somebody out', async () => {
    secret = await write(page, 'Für die Probe: In meiner Gruppe lacht man über eine Kollegin.', 'Yasemin Zuhören')
    assert.equal(secret.length, 8)
    assert.equal(new URL(page.url()).pathname, '/help-chat/case')
  })
  await step('types seven of eight words, and is told', async () => {
    await page.getByRole('button', { name: 'Ich habe sie aufgeschrieben' }).click()
    await page.getByLabel('Ihre acht Wörter oder der Code').fill(secret.slice(0, 7).join(' '))
    await next(page)
    await page.getByText('Es müssen genau acht Wörter sein').waitFor()
  })
  await step('types all in capitals and sees the conversation', async () => {
    await page.getByLabel('Ihre acht Wörter oder der Code').fill(secret.join('  ').toUpperCase())
    await next(page)
    await page.getByRole('log').getByText('lacht man über eine Kollegin').waitFor()
  })
  await step('leaves by the quick exit, and nothing stays', async () => {
    const storage = await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie])
    assert.deepEqual(storage, [0, 0, ''])
    await page.route('**/*', (route) => (route.request().isNavigationRequest() && !route.request().url().includes('localhost') ? route.fulfill({ body: '<!doctype html><html lang="de"><title>x</title><main><h1>x</h1></main></html>', contentType: 'text/html' }) : route.fallback()))
    await page.getByRole('link', { name: 'Schnell weg' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/help-chat/case'))
    await page.unroute('**/*')
  })
  await step('comes back with the words while the answer is written', async () => {
    vera = await openVera()
    const readers = await vera.says({ kind: 'text', text: 'Danke, dass Sie schreiben. Möchten Sie telefonieren?' })
    const yasemin = demoConfidants.find(({ key }) => key === 'yasemin')
    assert.ok(yasemin && !readers.includes(yasemin.id), 'whoever was left out got no key')
    await open(page, secret.join(' '))
    await page.getByRole('log').getByText('Möchten Sie telefonieren?').waitFor()
  })
  await step('answers, and sees a second answer arrive by itself', async () => {
    await page.getByRole('textbox', { name: 'Neue Nachricht' }).fill('Lieber schreiben.')
    await page.getByRole('button', { name: 'Senden', exact: true }).click()
    await page.locator('.hc-message:not(.hc-message--pending)', { hasText: 'Lieber schreiben.' }).waitFor()
    await vera?.says({ kind: 'slots', slots: [{ from: '2027-01-11T09:00:00.000Z', minutes: 30 }], place: 'Raum 1' })
    await page.getByRole('log').getByText('Vorschläge für ein Treffen').waitFor()
  })
  await step('takes the appointment and gets a code instead of a name', async () => {
    await page.getByRole('button', { name: 'Treffen', exact: true }).click()
    await page.getByRole('radio', { name: /11\. Januar 2027/ }).check()
    await page.getByRole('button', { name: 'Termin nehmen' }).click()
    await page.getByText('Code an der Tür:').waitFor()
    assert.match(await page.locator('.mr-note .hc-code').innerText(), /^\p{Lu}\p{L}+ \d\d$/u)
  })
  await step('gives somebody no key any more', async () => {
    await page.getByRole('button', { name: 'Wer liest' }).click()
    await page.getByRole('button', { name: 'Viktor Beistand ab jetzt ausschließen' }).click()
    await page.getByRole('button', { name: 'Viktor Beistand ausschließen' }).click()
    await page.getByRole('button', { name: 'Viktor Beistand dazuholen' }).waitFor()
  })
  await step('erases everything', async () => {
    await page.getByRole('button', { name: 'Schließen und löschen' }).click()
    await page.getByRole('button', { name: 'Gespräch löschen' }).click()
    await page.getByRole('button', { name: 'Endgültig löschen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Gelöscht' }).waitFor()
  })
  await step('and the words open nothing any more', async () => {
    await open(page, secret.join(' '))
    await page.getByText('Zu diesen Wörtern gibt es hier kein Gespräch').waitFor()
  })
})

journey('A wrong word gets a suggestion, forgotten words have a way out, and what was changed on the way is not shown', { javascript: true }, async ({ page, step }) => {
  let secret: string[] = []
  page.on('dialog', (dialog) => void dialog.accept()) // the browser asks whether the words were noted
  await step('has written once, misspells a word and takes the suggestion', async () => {
    secret = await write(page, 'Nicht verändern')
    const [first = '', ...rest] = secret
    await open(page, [`${first}xq`, ...rest].join(' '))
    await page.getByText('Wort 1').waitFor()
    await page.getByRole('button', { name: first, exact: true }).click()
    assert.equal(await page.getByLabel('Acht Wörter oder Code').inputValue(), secret.join(' '))
    await next(page)
    await page.getByRole('log').getByText('Nicht verändern').waitFor()
  })
  await step('reads what it means to have forgotten them', async () => {
    await page.goto(app())
    await page.getByRole('button', { name: 'Wiederkommen' }).click()
    await page.getByRole('button', { name: 'Wörter vergessen' }).click()
    await page.getByText('Was Sie geschrieben haben, bleibt bei der Vertrauensperson').waitFor()
  })
  await step('somebody changes a message, and it is said', async () => {
    await page.addInitScript(() => {
      const real = globalThis.fetch
      globalThis.fetch = async (...asked) => {
        const answer = await real(...asked)
        if (asked[0] !== '/help-chat/app/case' || !answer.ok) return answer
        const view = (await answer.json()) as CaseView // the route's own answer
        const envelopes = view.thread.envelopes.map((one) => ({ ...one, body: `${one.body.slice(0, 40)}${one.body[40] === 'A' ? 'B' : 'A'}${one.body.slice(41)}` }))
        return Response.json({ ...view, thread: { ...view.thread, envelopes } })
      }
    })
    await open(page, secret.join(' '))
    await page.getByRole('heading', { level: 1, name: 'Hier wurde etwas verändert' }).waitFor()
    assert.match(await page.locator('main').innerText(), /Eine Unterschrift stimmt nicht[\s\S]*auf einem anderen Weg/)
    assert.doesNotMatch(await page.locator('main').innerText(), /Nicht verändern/)
  })
})

journey('Without script the page says why, and names the other ways', { javascript: false }, async ({ page, step }) => {
  await step('reads it', async () => {
    await page.goto(app())
    assert.match(await page.locator('main').innerText(), /Hier geht es nicht ohne JavaScript[\s\S]*Telefon: [\d\s]{6,}/)
  })
})
