/**
 * `form[data-auto-apply]`: a change of a filter or of the order is applied at once. The page is fetched and only its
 * `<main>` is exchanged, so that the focus stays on the box that was changed and the reader's place is kept.
 */
export function applyAtOnce(changed: (root: ParentNode) => void): void {
  let running: AbortController | undefined
  document.addEventListener('change', (event) => {
    const control = event.target
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return
    const form = control.form
    if (!form?.matches('form[data-auto-apply]')) return
    const address = addressOf(form)
    running?.abort()
    running = new AbortController()
    exchange(address, focusKey(control), running.signal).then(changed, (reason: unknown) => {
      if (!(reason instanceof DOMException && reason.name === 'AbortError')) location.assign(address)
    })
  })
  addEventListener('popstate', () => {
    if (history.state?.autoApplied) location.reload()
  })
}

function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.action)
  address.search = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : []))).toString()
  return address
}

/** How to find the same control in the new page. */
const focusKey = (control: HTMLInputElement | HTMLSelectElement): string =>
  control instanceof HTMLInputElement && control.type !== 'range'
    ? `input[name="${CSS.escape(control.name)}"][value="${CSS.escape(control.value)}"]`
    : `[name="${CSS.escape(control.name)}"]`

async function exchange(address: URL, focus: string, signal: AbortSignal): Promise<ParentNode> {
  const main = document.querySelector('main')
  main?.setAttribute('aria-busy', 'true')
  const answer = await fetch(address, { signal, headers: { accept: 'text/html' } })
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const nextMain = next.querySelector('main')
  if (!main || !nextMain) throw new Error('no main element in the answer')
  const opened = [...main.querySelectorAll('details')].map((details) => details.open)
  nextMain.querySelectorAll('details').forEach((details, at) => (details.open = opened[at] ?? details.open))
  main.replaceWith(nextMain)
  document.title = next.title
  history.pushState({ autoApplied: true }, '', address)
  nextMain.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true })
  return nextMain
}
