import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import { sayWith, type Words } from '../../app/say.ts'
import { datesFor } from '../format.ts'
import { closedDesk, markedInbox, openStore, type Phase, type Store, type View } from '../store.ts'
import { Bar, LockWatch } from '../view/bar.tsx'
import { CaseView } from '../view/case.tsx'
import { FirstKeys } from '../view/first-keys.tsx'
import { HereContext, useHere } from '../view/here.ts'
import { Inbox } from '../view/inbox.tsx'
import { Keys } from '../view/keys.tsx'
import { Modules } from '../view/modules.tsx'
import { Openings } from '../view/openings.tsx'
import { Button, Head, Note } from '../view/parts.tsx'
import { Settings } from '../view/settings.tsx'
import { Unlock } from '../view/unlock.tsx'

export type HelpDeskProps = {
  csrf: string
  /** For days and moments: `de-DE`, `en-GB`. */
  locale: string
  words: Words
  /** The key phrase of the invented confidants, where everything is invented. */
  demoPhrase: string | null
  /** What confidants do elsewhere. */
  links: readonly { href: string; label: string }[]
}

/** The confidants' app. One address whatever it shows: what is read here stands in no history. */
export function HelpDesk({ csrf, locale, words, demoPhrase, links }: HelpDeskProps) {
  const [, again] = useReducer((count: number, _: void) => count + 1, 0)
  const store = useMemo(() => openStore(csrf, () => again()), [csrf])
  const dates = useMemo(() => datesFor(locale), [locale])
  const say = useMemo(() => sayWith(words), [words])
  const desk = store.now()
  useEffect(() => {
    void import('../desk.css')
    void store.load()
  }, [store])
  useEffect(() => stayInTouch(store, desk.phase), [store, desk.phase])
  useHistory(desk.view, desk.phase === 'open', (view) => store.go(view))
  useTitle(desk === closedDesk ? 0 : markedInbox(store).filter(({ unread, state }) => unread > 0 && state === 'open').length)
  return (
    <HereContext.Provider value={{ say, dates, store, desk, demoPhrase }}>
      <div class="hd-desk mr-stack">
        {desk.phase === 'open' ? <Bar /> : null}
        {desk.phase === 'open' ? <LockWatch /> : null}
        <Told />
        <Shown />
        <div class="mr-row mr-small hd-links">
          {links.map(({ href, label }) => (
            <a key={href} class="mr-inline" href={href}>
              {label}
            </a>
          ))}
        </div>
      </div>
    </HereContext.Provider>
  )
}

/**
 * Being connected is presence, so the line stands only while the desk is open: nobody is there when it is locked. A locked desk asks now and then
 * whether something waits.
 */
function stayInTouch(store: Store, phase: Phase): (() => void) | undefined {
  if (phase === 'open') {
    const listening = new AbortController()
    void store.listen(listening.signal)
    return () => listening.abort()
  }
  if (phase !== 'locked') return undefined
  const timer = setInterval(() => void store.peek(), lockedLook)
  return () => clearInterval(timer)
}
const lockedLook = 60_000

function Shown() {
  const { say, store, desk } = useHere()
  switch (desk.phase) {
    case 'loading':
      return (
        <Head title={say('desk.title')}>
          <p role="status">{say('desk.loading')}</p>
        </Head>
      )
    case 'failed':
    case 'signed-out':
    case 'no-office':
      return (
        <>
          <Head title={say('desk.title')} />
          <Note kind="warn" title={say(`desk.${desk.phase}.title`)}>
            <p>{say(`desk.${desk.phase}.text`)}</p>
            {desk.phase === 'failed' ? <Button onClick={() => void store.load()}>{say('desk.failed.retry')}</Button> : null}
            {desk.phase === 'signed-out' ? (
              <p>
                <a href="/sign-in?return=/help-chat/desk">{say('desk.signed-out.again')}</a>
              </p>
            ) : null}
          </Note>
        </>
      )
    case 'first-keys':
      return <FirstKeys />
    case 'locked':
      return <Unlock />
    case 'open':
      return <Part view={desk.view} />
  }
}

function Part({ view }: { view: View }) {
  switch (view.name) {
    case 'inbox':
      return <Inbox />
    case 'case':
      return <CaseView key={`${view.town} ${view.case}`} town={view.town} id={view.case} />
    case 'openings':
      return <Openings />
    case 'keys':
      return <Keys />
    case 'modules':
      return <Modules />
    case 'settings':
      return <Settings />
  }
}

/** What was just done, or what did not work and why. */
function Told() {
  const { say, desk } = useHere()
  const { said, failure } = desk
  return (
    <>
      <div role="status">{said ? <Note kind="ok" title={say(said.key, said.args)} /> : null}</div>
      <div role="alert">{failure ? <Note kind="bad" title={failure.text ?? say(failure.key, failure.args)} /> : null}</div>
    </>
  )
}

/** The back button leads to the view before, without an address that could be remembered. */
function useHistory(view: View, isOpen: boolean, go: (view: View) => void): void {
  const shown = useRef<View>(undefined)
  useEffect(() => {
    if (!isOpen) return
    if (shown.current === undefined) history.replaceState({ desk: { name: 'inbox' } }, '')
    else if (shown.current !== view) history.pushState({ desk: view.name }, '')
    shown.current = view
  }, [view, isOpen])
  useEffect(() => {
    const back = (): void => {
      const next: View = { name: 'inbox' }
      shown.current = next
      go(next)
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
}

/** A number in the window's title that says nothing but that something waits. */
function useTitle(count: number): void {
  const plain = useRef<string>(undefined)
  useEffect(() => {
    plain.current ??= document.title
    document.title = count > 0 ? `(${count}) ${plain.current}` : plain.current
  }, [count])
}
