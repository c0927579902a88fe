import type { Page, Request } from 'playwright-core'

const longest = 30_000 // milliseconds; a server that takes longer shows its fault in what the test looks for next

/**
 * Lets clicks and keys of this page come back only when the page they lead to is there. Playwright waits for what began while
 * the event was handled; Chromium sends a form a moment later, and on a busy machine a test then read the page it had left.
 */
export function waitForArrivals(page: Page): void {
  teachLocators(page)
  const press = page.keyboard.press.bind(page.keyboard)
  page.keyboard.press = (key, options) => arriving(page, () => press(key, options))
}

const taught = new WeakSet<object>()

// All locators share their methods: those of a button found in a dialog or a table row as well.
function teachLocators(page: Page): void {
  const methods = Object.getPrototypeOf(page.locator('html')) as ReturnType<Page['locator']> // what a locator inherits is a locator
  if (taught.has(methods)) return
  taught.add(methods)
  const { click, press } = methods
  methods.click = function (options) {
    return arriving(this.page(), () => click.call(this, options))
  }
  methods.press = function (key, options) {
    return arriving(this.page(), () => press.call(this, key, options))
  }
}

async function arriving(page: Page, act: () => Promise<void>): Promise<void> {
  let underway: Request | undefined
  const begin = (request: Request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) underway = request
  }
  const fail = (request: Request) => {
    if (request === underway) underway = undefined // a download, an answer without content, a page left again
  }
  const arrive = () => (underway = undefined)
  page.on('request', begin).on('requestfailed', fail).on('framenavigated', arrive)
  try {
    await act()
    await sent(page)
    for (const until = performance.now() + longest; underway && performance.now() < until && !page.isClosed(); ) await pause(10)
    await page.waitForLoadState('domcontentloaded').catch(() => {})
  } finally {
    page.off('request', begin).off('requestfailed', fail).off('framenavigated', arrive)
  }
}

// The page answers two questions in its own queue, behind the form it was about to send. A page that is gone has sent it.
async function sent(page: Page): Promise<void> {
  for (let asked = 0; asked < 2; asked++) await page.evaluate('0').catch(() => {})
  await pause(10)
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
