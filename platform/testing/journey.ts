import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectAccessible, standingStill, type Exemption } from './accessibility.ts'
import { openBrowser, type PageWish, type TestBrowser } from './browser.ts'
import { processEnvironment } from './kernel.ts'

export type JourneyOptions = Omit<PageWish, 'javascript'> & {
  /** Forms must always work without; with both, the journey is made twice. Default: both. */
  javascript?: boolean | 'both'
  exempt?: readonly Exemption[]
  /** Off only where a step is in the middle of something; default on. */
  accessible?: boolean
}

export type Traveller = {
  readonly page: Page
  readonly javascript: boolean
  /** One thing the person does, in words a clerk would use. Checked for barriers and photographed when it is done. */
  step(what: string, act: () => Promise<void>): Promise<void>
}

/**
 * What a person does, in a real browser. Fails on barriers, on errors in the console (a blocked script, a broken island)
 * and on addresses outside. Pictures of every step are kept in the folder MODELLREGION_SCREENSHOTS, when it is set.
 */
export function journey(name: string, options: JourneyOptions, travel: (traveller: Traveller) => Promise<void>): void {
  closeAtTheEnd()
  const ways = options.javascript === undefined || options.javascript === 'both' ? [false, true] : [options.javascript]
  for (const javascript of ways)
    test(`${name} (${javascript ? 'with' : 'without'} JavaScript)`, async () => {
      await make(await sharedBrowser(), name, { ...options, javascript, twice: ways.length === 2 }, travel)
    })
}

// One browser for all journeys of a file: starting one costs as much as a step, and what people must not share lies in its contexts.
let opened: Promise<TestBrowser> | undefined
let isClosedAtTheEnd = false

function sharedBrowser(): Promise<TestBrowser> {
  return (opened ??= openBrowser())
}

function closeAtTheEnd(): void {
  if (isClosedAtTheEnd) return
  isClosedAtTheEnd = true
  after(async () => await (await opened)?.close())
}

async function make(browser: TestBrowser, name: string, options: JourneyOptions & { javascript: boolean; twice: boolean }, travel: (traveller: Traveller) => Promise<void>): Promise<void> {
  const { javascript, twice, exempt = [], accessible = true, ...wish } = options
  const page = await browser.page({ ...wish, javascript })
  const complaints = listen(page)
  let count = 0
  // The journey with script meets the same document; only what is shown without it must be looked at twice.
  const isCheckedLater = async () => twice && !javascript && (await page.locator('noscript').count()) === 0
  const step: Traveller['step'] = async (what, act) => {
    count++
    try {
      await act()
      if (accessible && !(await standingStill(page, isCheckedLater))) await expectAccessible(page, { exempt })
      if (complaints.length > 0) throw new Error(`The browser complains: ${complaints.join(' | ')}`)
    } catch (error) {
      throw new Error(`Step ${count}, "${what}", at ${page.url()}: ${(error as Error).message}`, { cause: error })
    } finally {
      await photograph(page, `${slug(name)}${javascript ? '' : '-no-js'}`, count, what)
    }
  }
  try {
    await travel({ page, javascript, step })
  } finally {
    await browser.closePages()
  }
  if (count === 0) throw new Error('A journey has at least one step.')
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refused form is answered with 422 and its page; Chromium logs that as an error although nothing is wrong.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  return complaints
}

async function photograph(page: Page, name: string, count: number, what: string): Promise<void> {
  const folder = processEnvironment()['MODELLREGION_SCREENSHOTS']
  if (!folder) return
  mkdirSync(join(folder, name), { recursive: true })
  await page.screenshot({ path: join(folder, name, `${String(count).padStart(2, '0')}-${slug(what)}.png`), fullPage: true }).catch(() => {})
}

const slug = (text: string): string =>
  text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60)
