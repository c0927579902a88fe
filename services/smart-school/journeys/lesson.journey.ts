import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const at = (path: string): string => town.url(`/smart-school${path}`, 'aachen')
const phone = { viewport: { width: 360, height: 740 }, locale: 'de' }

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(at(to))
}

async function fillDay(page: Page, field: string, ago: number): Promise<void> {
  const day = new Date(Date.now() - ago * 86_400_000)
  await page.locator(`#${field}`).fill(String(day.getDate()))
  await page.locator(`#${field}-month`).fill(String(day.getMonth() + 1))
  await page.locator(`#${field}-year`).fill(String(day.getFullYear()))
}

/** A part of the page by the id of its heading. */
const part = (page: Page, id: string) => page.locator(`section[aria-labelledby="${id}"]`)

const names = /Klasse (1a|1b|3a|4b)/

journey('A class compares rooms blind, and the school publishes what came out', { ...phone, javascript: false, accessible: false }, async ({ page, step }) => {
  let code = ''
  let experiment = ''
  await step('a teacher starts an experiment from a lesson plan', async () => {
    await signIn(page, 'lena', '/lesson/plan/wann-muessen-wir-lueften')
    await page.getByRole('link', { name: 'Versuch aus diesem Entwurf starten' }).click()
    await page.locator('#title').fill('Wo ist es am wärmsten?')
    assert.match(await page.locator('#question').inputValue(), /am längsten schlecht/)
    for (const room of ['Klasse 1a', 'Klasse 3a']) await page.getByLabel(room, { exact: true }).check()
    assert.equal(await page.locator('#blind').isChecked(), true)
    await page.getByLabel('ganze Tage').check()
    await fillDay(page, 'from', 1)
    await fillDay(page, 'until', 2)
    await page.getByRole('button', { name: 'Versuch starten' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /vor dem ersten Tag/)
    await fillDay(page, 'from', 2)
    await fillDay(page, 'until', 1)
    await page.getByRole('button', { name: 'Versuch starten' }).click()
    await page.waitForURL('**/lesson/experiment/*')
    experiment = new URL(page.url()).pathname.replace('/smart-school', '')
    code = await page.locator('.mr-figure b').innerText()
    assert.match(await page.locator('main').innerText(), /Erst braucht es eine Vermutung/)
  })
  await step('the class mistypes the code, then joins without an account', async () => {
    await page.context().clearCookies()
    await page.goto(at('/class'))
    await page.locator('#code').fill('ahorn fuchs boot 27')
    await page.getByRole('button', { name: 'Mitmachen' }).click()
    assert.match(await page.getByRole('alert').innerText(), /gibt es nicht/)
    await page.locator('#code').fill(code.toUpperCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Mitmachen' }).click()
    await page.getByRole('button', { name: 'Otter' }).click()
    assert.match(await page.locator('main').innerText(), /Gruppe Otter/)
    assert.match(await page.locator('main').innerText(), /Erst vermuten, dann nachsehen/)
    assert.doesNotMatch(await page.content(), /ppm \(|mr-plot/, 'no values before the hypothesis')
  })
  await step('it writes a hypothesis and sees rooms A and B, but not which they are', async () => {
    await page.locator('#text').fill('Raum A, weil dort mehr Kinder sind.')
    await page.getByRole('button', { name: 'Vermutung speichern' }).click()
    await page.locator('#compared-finding').waitFor()
    assert.match(await page.locator('#spread').innerText(), /Raum A[\s\S]*Raum B/)
    assert.doesNotMatch(await page.content(), names)
    assert.equal(await page.locator('#text').count(), 0, 'the hypothesis stays')
  })
  await step('it enters a value of its own and an answer', async () => {
    await page.locator('#number').fill('12,5')
    await page.getByRole('button', { name: 'Wert eintragen' }).click()
    assert.match(await part(page, 'measure').innerText(), /12,5/)
    await page.locator('#number').fill('125')
    await page.getByRole('button', { name: 'Wert eintragen' }).click()
    await page.getByRole('button', { name: /^Löschen.*125$/ }).click()
    assert.doesNotMatch(await part(page, 'measure').innerText(), /125/)
    await part(page, 'conclusion').locator('textarea').fill('Unsere Vermutung stimmt nicht.')
    await page.getByRole('button', { name: 'Antwort speichern' }).click()
  })
  await step('the teacher unblinds, answers and proposes to publish', async () => {
    await signIn(page, 'lena', experiment)
    assert.match(await part(page, 'hypotheses').innerText(), /Raum A, weil dort mehr Kinder sind/)
    assert.doesNotMatch(await part(page, 'results').innerText(), names)
    await page.getByRole('button', { name: 'Räume auflösen' }).click()
    assert.match(await part(page, 'results').innerText(), names)
    await part(page, 'conclusion').locator('textarea').first().fill('Raum A und Raum B unterscheiden sich kaum.')
    await page.getByRole('button', { name: 'Antwort speichern' }).click()
    await page.getByRole('button', { name: 'Der Schulleitung vorschlagen' }).click()
    await page.waitForURL('**/lesson/publication/*')
    assert.equal(await page.getByRole('button', { name: 'Zustimmen und veröffentlichen' }).count(), 0)
  })
  const proposal = () => new URL(page.url()).pathname.replace('/smart-school', '')
  await step('the lead consents', async () => {
    const to = proposal()
    await page.context().clearCookies()
    await page.goto(at('/lesson/open-data'))
    assert.doesNotMatch(await page.locator('main').innerText(), /Wo ist es am wärmsten/)
    await signIn(page, 'selma', to)
    await page.getByRole('button', { name: 'Zustimmen und veröffentlichen' }).click()
    await page.getByRole('button', { name: 'Zustimmung zurücknehmen' }).waitFor()
  })
  await step('everybody reads it, without names', async () => {
    const to = proposal()
    await page.context().clearCookies()
    await page.goto(at('/lesson/open-data'))
    assert.match(await page.locator('main').innerText(), /Wo ist es am wärmsten/)
    assert.doesNotMatch(await page.content(), /Klasse (1a|3a)|Selma|Lena/)
    await signIn(page, 'selma', to)
    await page.getByRole('button', { name: 'Zustimmung zurücknehmen' }).click()
    await page.goto(at('/lesson/open-data'))
    assert.doesNotMatch(await page.locator('main').innerText(), /Wo ist es am wärmsten/)
  })
})

journey('A group mends a codec', { ...phone, accessible: false }, async ({ page, step, javascript }) => {
  const program = () => page.locator('#program')
  await step('joins with the code of the demonstration', async () => {
    await page.goto(at('/class'))
    const [code = ''] = /[a-z]+-[a-z]+-[a-z]+-\d\d(?=\.)/.exec((await page.locator('main').innerText()).replace(/zum Beispiel: [a-z-]+\d\d/, '')) ?? []
    await page.locator('#code').fill(code)
    await page.getByRole('button', { name: 'Mitmachen' }).click()
    await page.getByRole('button', { name: javascript ? 'Luchs' : 'Marder' }).click()
    await page.goto(at('/lesson/codec'))
  })
  await step('runs it and reads what is wrong, with a hint', async () => {
    await page.getByRole('button', { name: 'Ausführen' }).click()
    assert.match(await part(page, 'tests').innerText(), /1 von 6 Prüfungen stimmen[\s\S]*Richtig wäre 41/)
  })
  await step('makes a slip and is told the line', async () => {
    await program().fill((await program().inputValue()).replace('data.humidity = bytes[at + 1] * 10;', 'data.humidity = byte[at + 1];'))
    await page.getByRole('button', { name: 'Ausführen' }).click()
    assert.match(await part(page, 'tests').innerText(), /Zeile 11: Den Namen „byte“ kennt das Programm nicht/)
  })
  await step('mends humidity and adds CO₂', async () => {
    const mended = (await program().inputValue()).replace('byte[', 'bytes[').replace('    } else {', '    } else if (type === 0x06) {\n      data.co2 = bytes[at + 1] * 256 + bytes[at + 2];\n      at = at + 3;\n    } else {')
    await program().fill(mended)
    await page.getByRole('button', { name: 'Ausführen' }).click()
    assert.match(await part(page, 'tests').innerText(), /5 von 6 Prüfungen stimmen/)
  })
  await step('an endless loop is stopped, and the program is still there later', async () => {
    const good = await program().inputValue()
    await program().fill('function decodeUplink(input) { while (true) {} }')
    await page.getByRole('button', { name: 'Ausführen' }).click()
    assert.match(await part(page, 'tests').innerText(), /wurde angehalten/)
    await program().fill(good)
    await page.getByRole('button', { name: 'Ausführen' }).click()
    await page.goto(at('/lesson/codec'))
    assert.equal(await program().inputValue(), good.trim())
  })
})
