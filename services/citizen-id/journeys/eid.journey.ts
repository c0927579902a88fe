import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['citizen-id', 'identity-test-kit'] })
const account = () => town.url('/account', 'aachen')

journey('A citizen signs in with the card: a wrong PIN first, then a new account', {}, async ({ page, step, javascript }) => {
  // Each of the two travellers has a card of their own.
  const card = javascript ? 'Erika Mustermann' : 'Inês Exemplo'
  await step('chooses the card', async () => {
    await page.goto(account())
    await page.locator('[data-way="eid"] a').click()
    await page.waitForURL('**/eid')
    assert.match(await page.locator('main').innerText(), /simulierter Ausweis/)
  })
  await step('reads what will be read and goes on', async () => {
    await page.getByRole('button', { name: 'Weiter zum simulierten Ausweis' }).click()
    await page.waitForURL('**/identity-test-kit/eid/*')
    assert.match(await page.locator('main').innerText(), /kein echter Ausweis/)
  })
  await step('lays the card down', async () => {
    await page.getByRole('button', { name: `${card} auflegen` }).click()
    await page.waitForURL('**/pin')
  })
  await step('types a wrong PIN and is told how many tries are left', async () => {
    await page.locator('#pin').fill('111111')
    await page.getByRole('button', { name: 'Angaben übermitteln' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /Noch 2 Versuche/)
  })
  await step('types the right one and sees what was read', async () => {
    await page.locator('#pin').fill('123456')
    await page.getByRole('button', { name: 'Angaben übermitteln' }).click()
    await page.waitForURL('**/eid/return*')
    assert.match(await page.locator('main').innerText(), new RegExp(card.split(' ')[1] ?? ''))
  })
  await step('makes an account of it and is signed in', async () => {
    await page.getByRole('button', { name: 'Zustimmen und Konto anlegen' }).click()
    await page.waitForURL(account())
    assert.match(await page.locator('main').innerText(), new RegExp(card))
  })
})

journey('A citizen connects BundID with the account in which they are signed in', { javascript: false }, async ({ page, step }) => {
  await step('signs in as usual and then needs a higher level', async () => {
    await page.goto(account())
    await page.locator('form[action$="/demo/mia"] button').click()
    await page.waitForURL(account())
    await page.goto(town.url('/sign-in?return=/account&level=high', 'aachen'))
    await page.locator('[data-way="bundid"] a').click()
    await page.waitForURL('**/bundid')
  })
  await step('sees at BundID which account is enough', async () => {
    await page.getByRole('button', { name: 'Weiter zur simulierten BundID' }).click()
    await page.waitForURL('**/identity-test-kit/bundid/*')
    assert.equal(await page.getByText('Für diesen Dienst nicht sicher genug').count(), 2)
  })
  await step('agrees that the data go back', async () => {
    await page.getByRole('button', { name: /Als Mia Luise Beispiel/ }).click()
    await page.getByRole('button', { name: 'Zustimmen und weiter' }).click()
    await page.waitForURL('**/bundid/return*')
  })
  await step('connects it with the account and is back', async () => {
    await page.getByRole('button', { name: 'Mit diesem Konto verbinden' }).click()
    await page.waitForURL(account())
    assert.match(await page.locator('main').innerText(), /hoch/)
  })
})
