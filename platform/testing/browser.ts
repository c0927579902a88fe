import type { Browser, BrowserContext, Page } from 'playwright-core'
import { waitForArrivals } from './arrival.ts'
import { chromiumAdvice, findChromium } from './chromium.ts'
import { scriptsAreOff } from './scripts.ts'

export type PageWish = {
  /** Default true. */
  javascript?: boolean
  /** Width and height in CSS pixels; default 1280 × 900. */
  viewport?: { width: number; height: number }
  /** Browser zoom in percent: shrinks the layout viewport the way a browser does. */
  zoom?: number
  colorScheme?: 'light' | 'dark'
  /** Language of the browser, such as `de` or `en`. */
  locale?: string
  reducedMotion?: boolean
  forcedColors?: boolean
}

export type TestBrowser = {
  /** A page in a context of its own (no cookies), without network except to the address under test. */
  page(wish?: PageWish): Promise<Page>
  /** Closes all pages with their cookies and whatever was opened beside them; the browser stays. */
  closePages(): Promise<void>
  close(): Promise<void>
}

/** Opens the installed Chromium. @throws when there is none, saying how to install it */
export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(chromiumAdvice)
  const { chromium } = await import('playwright-core') // a third of a second that only browser tests have to spend
  const browser = await chromium.launch({ executablePath, args: flags() })
  return {
    page: (wish) => openPage(browser, wish),
    closePages: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    close: () => browser.close(),
  }
}

const flags = (): string[] => [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-dev-shm-usage', // containers often give 64 MB there
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium's sandbox refuses root
]

async function openPage(browser: Browser, wish: PageWish = {}): Promise<Page> {
  const { width, height } = wish.viewport ?? { width: 1280, height: 900 }
  const zoom = (wish.zoom ?? 100) / 100
  const context = await browser.newContext({
    javaScriptEnabled: wish.javascript ?? true,
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: wish.colorScheme ?? 'light',
    locale: wish.locale ?? 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: wish.reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: wish.forcedColors ? 'active' : 'none',
  })
  await onlyLocal(context)
  const page = await context.newPage()
  await waitForArrivals(page)
  if (wish.javascript === false) scriptsAreOff(page)
  page.on('close', () => void context.close().catch(() => {}))
  page.setDefaultTimeout(30_000) // how fast a page is, is measured elsewhere; here a busy machine must not look like a fault
  return page
}

// Nothing may need the internet: a page that asks another host fails here as it would in a town hall without network.
async function onlyLocal(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => /^https?:/.test(url.protocol) && !/(^|\.)localhost$|^127\.|^\[::1\]$/.test(url.hostname),
    (route) => route.abort('internetdisconnected'),
  )
}
