import type { CDPSession, Frame, Page } from 'playwright-core'

/** Evaluates an expression in the page and gives back its value, awaited. @throws what the page throws */
export type Evaluate = (expression: string) => Promise<unknown>

type Aid = { session: Promise<CDPSession>; off: boolean }
const aids = new WeakMap<Page, Aid>()

/** Declares that the scripts of this page are off, so that `withScripts` lets its own run all the same and switches them off again. */
export function scriptsAreOff(page: Page): void {
  aids.set(page, { session: sessionOf(page), off: true })
}

/**
 * Lets scripts of the checker run in the page as it stands. In a page without JavaScript those of the document stay out all the
 * same: they were passed over when it was read. Such a page does not load itself again meanwhile; it does so afterwards.
 * @throws when the page is left meanwhile
 */
export async function withScripts<T>(page: Page, work: (evaluate: Evaluate) => Promise<T>): Promise<T> {
  const aid = aids.get(page) ?? { session: sessionOf(page), off: false }
  aids.set(page, aid)
  const session = await aid.session
  if (!aid.off) return await untilLeft(page, () => work(evaluateIn(session)))
  const release = await holdReloads(page)
  try {
    return await untilLeft(page, async () => {
      // A session that never switched them off has nothing to switch on.
      for (const value of [true, false]) await session.send('Emulation.setScriptExecutionDisabled', { value })
      const evaluate = evaluateIn(session)
      await evaluate(openNoscript)
      return await work(evaluate)
    })
  } finally {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true }).catch(() => {})
    await evaluateIn(session)(closeNoscript).catch(() => {}) // now that the element is shown again
    await release()
  }
}

// What is read without scripts must be checked as well, and a checker passes over what stands in a noscript element.
const openNoscript = `for (const one of document.querySelectorAll('noscript')) { const open = document.createElement('span'); open.dataset.noscript = ''; open.append(...one.childNodes); one.replaceWith(open) }`
const closeNoscript = `for (const one of document.querySelectorAll('[data-noscript]')) { const closed = document.createElement('noscript'); closed.append(...one.childNodes); one.replaceWith(closed) }`

/** The browser answers no question about a page that is gone. */
async function untilLeft<T>(page: Page, work: () => Promise<T>): Promise<T> {
  let leave = (_frame: Frame): void => {}
  const left = new Promise<never>((_, reject) => {
    leave = (frame) => frame === page.mainFrame() && reject(new Error('The page was navigating while it was looked at.'))
    page.on('framenavigated', leave)
  })
  try {
    return await Promise.race([work(), left])
  } finally {
    page.off('framenavigated', leave)
  }
}

function sessionOf(page: Page): Promise<CDPSession> {
  const session = page.context().newCDPSession(page)
  session.catch(() => {}) // told to whoever waits for it
  return session
}

const evaluateIn = (session: CDPSession): Evaluate => async (expression) => {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** Keeps a page that loads itself again from going while it is looked at. What it wanted is done by the function that is given back. */
async function holdReloads(page: Page): Promise<() => Promise<void>> {
  if ((await page.locator('meta[http-equiv="refresh"]').count()) === 0) return async () => {}
  let wanted = false
  const hold: Parameters<Page['route']>[1] = async (route, request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return await route.fallback()
    wanted = true
    await route.abort('aborted') // this one leaves the page standing
  }
  await page.route('**', hold)
  return async () => {
    await page.unroute('**', hold)
    if (wanted) await page.reload()
  }
}
