import { useEffect, useRef, useState } from 'preact/hooks'
import { lockAfter, warnBefore, watchAt, type Watch } from '../rules.ts'
import { markedInbox, type View } from '../store.ts'
import { useHere } from './here.ts'
import { Button } from './parts.tsx'

/** Parts of the desk, whether the line stands, and the lock. */
export function Bar() {
  const { say, store, desk } = useHere()
  const news = markedInbox(store).filter(({ unread, state }) => unread > 0 && state === 'open').length
  const waiting = desk.openings.filter(({ state }) => state === 'open').length
  const tabs: readonly { name: Exclude<View['name'], 'case'>; count: number }[] = [
    { name: 'inbox', count: news },
    { name: 'openings', count: waiting },
    { name: 'modules', count: 0 },
    { name: 'keys', count: 0 },
    { name: 'settings', count: 0 },
  ]
  const current = desk.view.name === 'case' ? 'inbox' : desk.view.name
  return (
    <div class="hd-bar">
      <nav aria-label={say('desk.bar.label')}>
        <ul class="mr-tabs">
          {tabs.map(({ name, count }) => (
            <li key={name}>
              <a
                href="/help-chat/desk"
                aria-current={current === name ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  store.go({ name })
                }}
              >
                {say(`desk.bar.${name}`)}
                {count > 0 ? <span class="mr-num">({count})</span> : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="mr-row">
        <p class="mr-small" role="status">
          {say(desk.isConnected === undefined ? 'desk.bar.connecting' : desk.isConnected ? 'desk.bar.connected' : 'desk.bar.not-connected')}
        </p>
        <Button kind="quiet" small onClick={() => store.lock()}>
          {say('desk.bar.lock')}
        </Button>
      </div>
    </div>
  )
}

/** Locks after a quarter of an hour without a touch, and warns a minute before; any touch or the button keeps the desk open (WCAG 2.2.1). */
export function LockWatch() {
  const { say, store } = useHere()
  const touched = useRef(performance.now())
  const [watch, setWatch] = useState<Watch>('calm')
  const button = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const touch = (): void => void (touched.current = performance.now())
    const look = (): void => {
      const now = watchAt(performance.now() - touched.current)
      setWatch(now)
      if (now === 'lock') store.lock()
    }
    const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
    for (const event of events) window.addEventListener(event, touch, { passive: true })
    const timer = setInterval(look, 1_000)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, touch)
    }
  }, [store])
  useEffect(() => {
    if (watch === 'warn') button.current?.querySelector('button')?.focus()
  }, [watch])
  if (watch !== 'warn') return null
  return (
    <div class="mr-note mr-note--warn hd-warning" role="alertdialog" aria-label={say('desk.lock.title')} ref={button}>
      <p class="mr-note__title">{say('desk.lock.title')}</p>
      <p>{say('desk.lock.text', { seconds: Math.round(warnBefore / 1_000), minutes: Math.round(lockAfter / 60_000) })}</p>
      <Button small onClick={() => (touched.current = performance.now(), setWatch('calm'))}>
        {say('desk.lock.stay')}
      </Button>
    </div>
  )
}
