import type { CDPSession, Frame, Page } from 'playwright-core'

/** Runs the body of a function in the page and gives back what it returns, awaited. @throws what the page throws, and when the page is left */
export type RunInPage = (body: string) => Promise<unknown>

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
export async function withScripts<T>(page: Page, work: (run: RunInPage) => Promise<T>): Promise<T> {
  const aid = aids.get(page) ?? { session: sessionOf(page), off: false }
  aids.set(page, aid)
  const session = await aid.session
  if (!aid.off) return await inDocument(page, session, work)
  const release = await holdReloads(page)
  try {
    // A session that never switched them off has nothing to switch on.
    for (const value of [true, false]) await session.send('Emulation.setScriptExecutionDisabled', { value })
    return await inDocument(page, session, async (run) => {
      await run(openNoscript)
      return await work(run)
    })
  } finally {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true }).catch(() => {})
    await inDocument(page, session, async (run) => await run(closeNoscript)).catch(() => {}) // now that the element is shown again
    await release()
  }
}

// What is read without scripts must be checked as well, and a checker passes over what stands in a noscript element.
const openNoscript = `for (const one of document.querySelectorAll('noscript')) { const open = document.createElement('span'); open.dataset.noscript = ''; open.append(...one.childNodes); one.replaceWith(open) }`
const closeNoscript = `for (const one of document.querySelectorAll('[data-noscript]')) { const closed = document.createElement('noscript'); closed.append(...one.childNodes); one.replaceWith(closed) }`

/** Work in the document that the page shows now and in no other: what is left of it must not go on in the next one. @throws when the page is left meanwhile */
async function inDocument<T>(page: Page, session: CDPSession, work: (run: RunInPage) => Promise<T>): Promise<T> {
  let root: string | undefined
  let over = false
  let leave = (_frame: Frame): void => {}
  // The browser may leave a question about a page that is gone without an answer. Word of an earlier departure may come late.
  const left = new Promise<never>((_, reject) => {
    const unlessItStands = async (): Promise<void> => {
      if (root !== undefined && (await call(session, root, 'return true').catch(() => false)) === true) return
      over = true
      reject(new Error('The page was navigating while it was looked at.'))
    }
    leave = (frame) => void (frame === page.mainFrame() && unlessItStands())
    page.on('framenavigated', leave)
  })
  const whole = async (): Promise<T> => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'document' })
    root = result.objectId
    if (root === undefined || over) throw new Error('The page was navigating while it was looked at.')
    const document = root
    return await work(async (body) => await call(session, document, body))
  }
  try {
    return await Promise.race([whole(), left])
  } finally {
    page.off('framenavigated', leave)
  }
}

// Fails when the object is gone with its page.
async function call(session: CDPSession, objectId: string, body: string): Promise<unknown> {
  const functionDeclaration = `function () { ${body}\n}`
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration, awaitPromise: true, returnByValue: true })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

function sessionOf(page: Page): Promise<CDPSession> {
  const session = page.context().newCDPSession(page)
  session.catch(() => {}) // told to whoever waits for it
  return session
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
