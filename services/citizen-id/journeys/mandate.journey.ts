import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'
import type { Page } from 'playwright-core'

const town = useTown({ services: ['citizen-id', 'example'] })
const at = (path: string): string => town.url(path, 'hohenried')

async function signIn(page: Page, person: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(at(`/sign-in?return=${encodeURIComponent(to)}`))
  await page.locator(`form[action$="/demo/${person}"] button`).click()
}

journey('A citizen lets somebody act for her, sees the use, and takes it back; the other one is out at the next click', {}, async ({ page, step }) => {
  let code = ''
  await step('gives a power for one service, with a mistake first', async () => {
    await signIn(page, 'mia', '/citizen-id/mandates')
    await page.getByRole('link', { name: 'Vollmacht geben' }).click()
    await page.getByRole('button', { name: 'Vollmacht anbieten' }).click()
    await page.getByRole('alert').waitFor()
    await page.locator('input[name="extent"][value="all"]').check()
    await page.locator('#until').fill('31')
    await page.locator('#until-month').fill('12')
    await page.locator('#until-year').fill(String(new Date().getFullYear() + 1))
    await page.getByRole('button', { name: 'Vollmacht anbieten' }).click()
    code = await page.locator('main .mr-note .mr-num').innerText()
  })
  await step('the representative enters the code and accepts', async () => {
    await signIn(page, 'eva', '/citizen-id/mandates/code')
    await page.locator('#code').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('button', { name: 'Vollmacht annehmen' }).click()
    await page.getByText('Gilt', { exact: true }).first().waitFor()
  })
  await step('signs in, is asked for whom, and chooses', async () => {
    await signIn(page, 'eva', '/account')
    await page.getByRole('heading', { name: /^Für wen handel/ }).waitFor()
    assert.ok(await page.getByRole('radio', { name: 'Für mich selbst' }).isChecked())
    await page.getByRole('radio', { name: 'Mia Beispiel' }).check()
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.waitForURL(at('/account'))
  })
  const banner = page.locator('.mr-acting')
  await step('reads on every page for whom she acts', async () => {
    for (const path of ['/', '/search', '/account']) {
      await page.goto(at(path))
      assert.match(await banner.innerText(), /handel\S+ für Mia Beispiel/)
    }
    await banner.getByRole('link').click()
    await page.getByRole('button', { name: 'Wieder für mich selbst handeln' }).waitFor()
  })
  const representative = await page.context().storageState()
  await step('the principal sees the use and revokes', async () => {
    await signIn(page, 'mia', '/citizen-id/mandates')
    await page.getByRole('link', { name: 'Eva Muster' }).first().click() // newest first: below stands what was revoked before
    assert.ok((await page.locator('#use-list tbody tr, #use-list li').count()) >= 1)
    await page.getByRole('link', { name: 'Vertretung widerrufen' }).click()
    await page.getByRole('button', { name: 'Vertretung widerrufen' }).click()
    await page.getByText('Widerrufen', { exact: true }).first().waitFor()
  })
  await step('the representative’s next click no longer acts for anybody', async () => {
    await page.context().clearCookies()
    await page.context().addCookies(representative.cookies)
    await page.goto(at('/account'))
    assert.equal(await banner.count(), 0)
    assert.ok(!(await page.locator('main').innerText()).includes('Mia Beispiel'))
  })
})
