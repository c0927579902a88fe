import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, openBrowser, useTown } from '@modellregion/testing'
import service from '../service.ts'

const town = useTown({ services: ['open-data'] })
// Colours and structure do not depend on the language: dark is looked at in one, and English for its widths only. Leichte Sprache has parts of its own.
const views = [['light', 'de'], ['light', 'en'], ['light', 'de-x-leicht'], ['dark', 'de']] as const

for (const [colorScheme, language] of views)
  test(`every page ${language === 'en' ? 'answers' : 'has no barriers'} in ${language}, ${colorScheme}, and nothing sticks out at 320 px`, async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.page({ colorScheme, viewport: { width: 320, height: 800 } })
      for (const path of service.pages) {
        const answer = await page.goto(town.url(`${path}?lang=${language}`, 'aachen'))
        assert.equal(answer?.status(), 200, path)
        if (language !== 'en') await expectAccessible(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {})
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is wider than 320 px`)
      }
    } finally {
      await browser.close()
    }
  })
