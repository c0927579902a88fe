import assert from 'node:assert/strict'
import { journey, useTown } from '@modellregion/testing'

const town = useTown({ services: ['citizen-id', 'identity-test-kit'] })
const at = (path: string): string => town.url(path, 'lindenhafen')

journey('A clerk at a shared counter PC leaves nothing to the next person', { javascript: false }, async ({ page, step }) => {
  await step('says that several people use this computer', async () => {
    await page.goto(at('/sign-in?return=/account'))
    await page.locator('form[action$="/shared"] button').click()
    await page.getByRole('heading', { name: 'Gemeinsam benutzter Computer' }).waitFor()
  })
  await step('signs in and sees the way out on top of the page', async () => {
    await page.locator('form[action$="/demo/carla"] button').click()
    await page.waitForURL(at('/account'))
    assert.ok(await page.locator('#shared-sign-out').isVisible())
  })
  await step('signs out with one click', async () => {
    await page.locator('#shared-sign-out').click()
    await page.waitForURL(at('/sign-out/done'))
  })
  await step('the next person begins as a stranger, and the computer still counts as shared', async () => {
    await page.goto(at('/account'))
    assert.match(page.url(), /\/citizen-id\/sign-in\//)
    await page.getByRole('heading', { name: 'Gemeinsam benutzter Computer' }).waitFor()
    const kept = (await page.context().cookies()).map(({ name }) => name)
    assert.ok(!kept.includes('mr_known'), kept.join())
  })
})
