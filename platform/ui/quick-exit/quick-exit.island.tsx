import { useEffect } from 'preact/hooks'
import { Icon } from '../icon/icon.tsx'
import { wipe, type Traces } from './wipe.ts'

export type QuickExitProps = {
  /** Where it leads. The address must do its part by itself, because without script it is an ordinary link. */
  href: string
  /** The same for a program that was installed on purpose and stays. */
  keptHref: string
  label: string
  /** Says that three times Escape does the same. Shown only where script runs. */
  hint: string
  traces: Traces
  /** Links to addresses that begin with this replace the entry in the history instead of adding one. */
  trail: string
}

/** Three times within this time, in milliseconds: long enough for slow fingers, too short for closing a dialog. */
const span = 2_000

/**
 * The way out for somebody who is surprised. The page is blank at once, then the service's traces on this device go, then another page takes its
 * place. Without script it is a link, and the server asks the browser to forget.
 */
export function QuickExit({ href, keptHref, label, hint, traces, trail }: QuickExitProps) {
  const leave = async (event?: Event): Promise<void> => {
    event?.preventDefault()
    document.title = '\u200b' // neither the tab nor the window may say what was here
    document.body.replaceChildren()
    const isKept = matchMedia('(display-mode: standalone)').matches
    await wipe(traces, { isKept }).catch(() => {}) // whatever goes wrong, the person leaves
    location.replace(isKept ? keptHref : href)
  }
  useEffect(() => {
    let times: number[] = []
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      times = [...times, event.timeStamp].filter((time) => event.timeStamp - time < span)
      if (times.length >= 3) void leave()
    }
    const onClick = (event: MouseEvent): void => followWithoutTrail(event, trail)
    document.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('click', onClick)
    }
  }, [href, keptHref, trail])
  return (
    <div class="mr-leave">
      <span class="mr-leave__hint mr-scripted">{hint}</span>
      <a class="mr-btn mr-btn--danger mr-btn--s" href={href} rel="noreferrer" onClick={leave}>
        <Icon name="exit" size="s" />
        {label}
      </a>
    </div>
  )
}

// One entry in the history, whatever was read: the way back leads to where the person came from.
function followWithoutTrail(event: MouseEvent, trail: string): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) return
  const to = new URL(link.href)
  if (to.origin !== location.origin || !(to.pathname === trail || to.pathname.startsWith(`${trail}/`))) return
  if (to.pathname === location.pathname && to.search === location.search && to.hash !== '') return // a place on this page
  event.preventDefault()
  location.replace(to.href)
}
