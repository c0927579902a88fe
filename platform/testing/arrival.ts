import type { CDPSession, Page, Request } from 'playwright-core'

const longest = 30_000 // milliseconds; a server that takes longer shows its fault in what the test looks for next
const untilAsked = 3_000 // from the wish to go somewhere to the question to the network; a mail address asks none

type Wishes = { listen(heard: () => void): () => void }
const wishesOf = new WeakMap<Page, Wishes>()

/**
 * Lets clicks and keys of this page come back only when the page they lead to is there. Playwright waits for what began while
 * the event was handled; Chromium sends a form a moment later, and on a busy machine a test then read the page it had left.
 */
export async function waitForArrivals(page: Page): Promise<void> {
  teachLocators(page)
  wishesOf.set(page, await hearWishes(page))
  const press = page.keyboard.press.bind(page.keyboard)
  page.keyboard.press = (key, options) => arriving(page, () => press(key, options))
}

// The page itself says that it wants to go somewhere, in the order in which it answers questions; the network says it later.
async function hearWishes(page: Page): Promise<Wishes> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const listeners = new Set<() => void>()
  await session.send('Page.enable')
  const { frameTree } = await session.send('Page.getFrameTree')
  session.on('Page.frameRequestedNavigation', ({ frameId, disposition }) => {
    if (frameId === frameTree.frame.id && disposition === 'currentTab') for (const heard of listeners) heard()
  })
  return {
    listen: (heard) => {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
  }
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
  let wish: number | undefined
  let underway: Request | undefined
  const begin = (request: Request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) underway = request
  }
  const end = () => (wish = underway = undefined)
  const fail = (request: Request) => void (request === underway && end()) // a download, an answer without content, a page left again
  const deaf = wishesOf.get(page)?.listen(() => (wish = performance.now()))
  page.on('request', begin).on('requestfailed', fail).on('framenavigated', end)
  const isGoing = () => !page.isClosed() && (underway !== undefined || (wish !== undefined && performance.now() - wish < untilAsked))
  try {
    await act()
    await answered(page)
    for (const until = performance.now() + longest; isGoing() && performance.now() < until; ) await pause(10)
    await page.waitForLoadState('domcontentloaded').catch(() => {})
  } finally {
    deaf?.()
    page.off('request', begin).off('requestfailed', fail).off('framenavigated', end)
  }
}

// The page answers in its own queue, behind the form it was about to send. A page that is gone has sent it.
async function answered(page: Page): Promise<void> {
  for (let asked = 0; asked < 3; asked++) {
    await page.evaluate('0').catch(() => {})
    await pause(5)
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
