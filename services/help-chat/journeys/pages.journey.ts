import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, openBrowser, useTown } from '@modellregion/testing'
import service from '../service.ts'

const town = useTown({ services: ['help-chat'] })
const more = ['/help-chat/knowledge/bullying', '/help-chat/numbers', '/help-chat/helper', '/help-chat/protection', '/help-chat/app/version', '/help-chat/blueprint']

for (const [colorScheme, language, at] of [['light', 'de-x-leicht', 'aachen'], ['dark', 'de', 'hohenried']] as const)
  test(`every page of confidential help has no barriers in ${language}, ${colorScheme}, and nothing sticks out at 320 px`, async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.page({ colorScheme, viewport: { width: 320, height: 800 } })
      for (const path of [...(service.pages ?? []), ...more]) {
        const answer = await page.goto(town.url(`${path}?lang=${language}`, at))
        assert.equal(answer?.status(), 200, path)
        await expectAccessible(page)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is wider than 320 px`)
      }
    } finally {
      await browser.close()
    }
  })
