import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['smart-school'] })
const home = (path: string): string => town.url(`/smart-school${path}`, 'aachen')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.goto(town.url(`/sign-in?return=${encodeURIComponent(`/smart-school${to}`)}`, 'aachen'))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
  await page.waitForURL(home(to))
}

journey('A guest looks at a school and sees public facts only', { javascript: false, accessible: false }, async ({ page, step }) => {
  await step('finds the schools', async () => {
    await page.goto(home(''))
    assert.equal(await page.locator('.mr-maplist li').count(), 10)
    await page.locator('main').getByRole('link', { name: 'Marienschule Alsdorf' }).first().click()
    await page.waitForURL(home('/school/marienschule-alsdorf'))
  })
  await step('sees what the school uses and the weather', async () => {
    const text = await page.locator('main').innerText()
    assert.match(text, /Stromzähler Hauptanschluss, die letzten 7 Tage/)
    assert.match(text, /Draußen an der Schule/)
    assert.doesNotMatch(text, /Räume jetzt|ppm|Raum A01/)
  })
  await step('comes to no room', async () => {
    assert.equal(await page.locator('nav').getByRole('link', { name: 'Räume' }).count(), 0)
    const answer = await page.goto(home('/school/marienschule-alsdorf/rooms'))
    assert.ok(page.url().includes('/sign-in') || answer?.status() === 401 || answer?.status() === 403)
  })
})

journey('A caretaker looks at their school on a phone', { viewport: { width: 360, height: 800 }, javascript: false, accessible: false }, async ({ page, step }) => {
  await step('signs in and opens the school', async () => {
    await signIn(page, 'henning', '')
    await page.getByRole('region', { name: 'Ihre Schulen' }).getByRole('link', { name: 'Marienschule Alsdorf' }).click()
    await page.waitForURL(home('/school/marienschule-alsdorf'))
    assert.match(await page.locator('#room-values').innerText(), /Raum A01/)
    assert.ok((await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) === 0, 'nothing runs out of the phone')
  })
  await step('opens a room and reads the course of the day and of the week', async () => {
    await page.locator('main').getByRole('link', { name: 'Raum A11' }).first().click()
    await page.waitForURL('**/room/**')
    assert.match(await page.locator('main').innerText(), /CO₂/)
    await page.getByRole('link', { name: 'Woche', exact: true }).click()
    await page.getByRole('link', { name: 'Davor' }).click() // a Monday morning has seen nothing of its week yet
    assert.match(await page.locator('main').innerText(), /Tage im Überblick/)
  })
  await step('takes the values home', async () => {
    const href = await page.getByRole('link', { name: 'Werte als CSV-Datei laden' }).getAttribute('href')
    const text = String(await page.evaluate(`fetch(${JSON.stringify(href)}).then((answer) => answer.text())`))
    const lines = text.trim().split('\r\n')
    assert.match(lines[0] ?? '', /Ortszeit,UTC,Ort,Gerät,Messgröße,Wert,Einheit/)
    assert.match(lines[1] ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d \+0[12]:00,\d{4}-\d\d-\d\dT[\d:.]+Z,Raum A11,Luftmesser Raum A11,/)
  })
  await step('sees no single values of the staff room', async () => {
    await page.goto(home('/school/marienschule-alsdorf/rooms'))
    await page.locator('main').getByRole('link', { name: 'Lehrkräftezimmer' }).click()
    const text = await page.locator('main').innerText()
    assert.match(text, /Geschützter Raum/)
    assert.doesNotMatch(text, /ppm/)
  })
  await step('and nothing of a school of others', async () => {
    assert.equal((await page.goto(home('/school/ggs-roetgen/rooms')))?.status(), 403)
  })
})

journey('A technician makes a staff room: it is protected, and lifting that needs a reason', { javascript: false, accessible: false }, async ({ page, step }) => {
  const school = '/school/bk-alsdorf/places'
  await step('makes it without a word about protection', async () => {
    await signIn(page, 'tarik', school)
    await page.getByRole('link', { name: 'Raum anlegen' }).click()
    await page.locator('#name').fill('Kopierzimmer')
    await page.locator('#parent').selectOption({ index: 1 })
    await page.locator('#use').selectOption('staff')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL(home(`${school}?done=1`))
    assert.match(await page.locator('#places').getByRole('row', { name: /Kopierzimmer/ }).first().innerText(), /geschützt/)
  })
  await step('lifts it with a reason only, and what was typed stays', async () => {
    await page.getByRole('link', { name: 'Kopierzimmer ändern' }).click()
    await page.locator('#sealed').uncheck()
    await page.locator('#seats').fill('2')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#seats').inputValue(), '2')
    assert.equal(await page.locator('#sealed').isChecked(), false)
    await page.locator('#openReason').fill('Kein Arbeitsplatz, nur ein Kopierer')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.waitForURL(home(`${school}?done=1`))
    assert.doesNotMatch(await page.locator('#places').getByRole('row', { name: /Kopierzimmer/ }).first().innerText(), /geschützt/)
  })
})
