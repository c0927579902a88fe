import assert from 'node:assert/strict'
import { expectAccessible, journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['open-data'] })
const at = (path: string): string => town.url(path, 'aachen')
const wish = 'Standorte der Bücherschränke'

/** Signs in as one of the demonstration's people and goes to a page. */
async function comeAs(page: Page, person: string, path: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(at(`/sign-in?return=${encodeURIComponent(path)}`))
  await page.locator(`form[action$="/demo/${person}"] button`).first().click()
  await page.waitForURL(at(path))
}

type Page = Parameters<Parameters<typeof journey>[2]>[0]['page']

journey('A citizen asks for data and is told when it appears', { javascript: false }, async ({ page, step }) => {
  let number = ''
  await step('asks as somebody who is signed in', async () => {
    await comeAs(page, 'mia', '/open-data/request/new')
    await page.getByRole('button', { name: 'Wunsch absenden' }).click()
    assert.match(await page.title(), /^Fehler: /)
    await page.locator('#title').fill(wish)
    await page.locator('#purpose').fill('Für einen Spaziergang mit Büchern.')
    assert.equal(await page.locator('#notify').isChecked(), true)
    await page.getByRole('button', { name: /absenden/ }).click()
    if (await page.getByRole('button', { name: 'Trotzdem absenden' }).isVisible()) await page.getByRole('button', { name: 'Trotzdem absenden' }).click()
    await page.waitForURL(/\/open-data\/request\/\d+\?done=asked/)
    number = /request\/(\d+)/.exec(page.url())?.[1] ?? ''
    assert.match(await page.locator('main').innerText(), /antwortet bis/)
  })
  await step('somebody else votes for it', async () => {
    await comeAs(page, 'dana', `/open-data/request/${number}`)
    await page.getByRole('button', { name: 'Diese Daten brauche ich auch' }).click()
    assert.match(await page.locator('main').innerText(), /2 Stimmen/)
  })
  await step('the editor forgets the dataset, is told so, and publishes', async () => {
    await comeAs(page, 'eva', `/open-data/request/${number}/handle`)
    await page.getByLabel('Daten sind veröffentlicht').check()
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    assert.match(await page.locator('.mr-error').innerText(), /mindestens ein Datensatz/)
    await page.locator('#datasets').fill(at('/open-data/dataset/defibrillatoren-in-koeln'))
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    await page.waitForURL(/done=handled/)
    assert.match(await page.locator('main').innerText(), /Die Daten sind da/)
  })
  await step('the citizen reads it in the mail and follows no more, without signing in', async () => {
    await page.context().clearCookies()
    const letter = await letterAbout(page, wish)
    assert.match(await letter.innerText(), /mia\.beispiel@example\.org/)
    assert.match(await letter.innerText(), /Die gewünschten Daten sind da/)
    await letter.getByRole('link', { name: /follow\/stop/ }).click()
    await page.getByRole('button', { name: 'Abmelden', exact: true }).click()
    assert.match(await page.locator('h1').innerText(), /Abgemeldet/)
  })
})

journey('A guest asks with a code and confirms an address; an editor reads first', {}, async ({ page, javascript, step }) => {
  // Both journeys are made in one town: each asks for something of its own.
  const question = javascript ? 'Zeiten der Müllabfuhr je Straße' : 'Termine der Grünschnittannahme'
  let code = ''
  let number = ''
  await step('opens the form and, with script, sees what sounds alike while typing', async () => {
    await page.goto(at('/open-data/request/new'))
    if (!javascript) return
    await page.locator('#title').pressSequentially('Defibrillatoren')
    await page.locator('[data-island=open-data-similar] li').first().waitFor()
    await expectAccessible(page)
  })
  await step('asks for something else and gets a code', async () => {
    await page.locator('#title').fill(question)
    await page.locator('#mail').fill('gast@example.org')
    await page.getByRole('button', { name: /absenden/ }).click()
    if (await page.getByRole('button', { name: 'Trotzdem absenden' }).isVisible()) await page.getByRole('button', { name: 'Trotzdem absenden' }).click()
    await page.getByText('Code zum Wiederkommen').waitFor()
    code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await page.locator('main').innerText())?.[0] ?? ''
    number = /Wunsch (\d+)/.exec(await page.locator('main').innerText())?.[1] ?? ''
    const answer = await page.goto(at(`/open-data/request/${number}`))
    assert.equal(answer?.status(), 404, 'nobody sees it yet')
  })
  await step('confirms the address', async () => {
    await page.goto(at('/demo/mail'))
    await page.getByRole('link', { name: /follow\/confirm/ }).first().click()
    await page.getByRole('button', { name: 'Bestätigen' }).click()
    assert.match(await page.locator('main').innerText(), /Ab jetzt kommen Nachrichten/)
  })
  await step('the editor finds it and asks back', async () => {
    await comeAs(page, 'eva', '/open-data/moderation')
    await page.getByRole('link', { name: question }).click()
    await page.getByLabel('Freigeben', { exact: true }).check()
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    await page.goto(at(`/open-data/request/${number}/handle`))
    await page.getByLabel('Rückfrage stellen').check()
    await page.locator('#text').fill('Genügt der Wochentag?')
    await page.getByRole('button', { name: 'Stand speichern' }).click()
    await page.waitForURL(/done=handled/)
  })
  await step('comes back with the code and answers', async () => {
    await page.context().clearCookies()
    await page.goto(at('/open-data/request/return'))
    await page.locator('#code').fill(code.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Wunsch öffnen' }).click()
    assert.match(await page.locator('main').innerText(), /Genügt der Wochentag\?/)
    await page.locator('#text').fill('Ja, der Wochentag genügt.')
    await page.getByRole('button', { name: 'Antwort senden' }).click()
    assert.match(await page.locator('main').innerText(), /Ja, der Wochentag genügt/)
    await page.goto(at(`/open-data/request/${number}`))
    assert.doesNotMatch(await page.locator('main').innerText(), /Ja, der Wochentag genügt/, 'nobody else sees it before it was read')
    await expectAccessible(page)
  })
})

/** The newest letter whose subject names something; letters are written by a job, so it may take a moment. */
async function letterAbout(page: Page, subject: string): Promise<ReturnType<Page['locator']>> {
  for (let tries = 0; tries < 30; tries++) {
    await page.goto(at('/demo/mail'))
    const letter = page.locator('.mr-panel').filter({ hasText: 'Die gewünschten Daten sind da' }).filter({ hasText: subject }).first()
    if ((await letter.count()) > 0) return letter
    await page.waitForTimeout(500)
  }
  throw new Error(`No letter about ${subject} has come.`)
}
