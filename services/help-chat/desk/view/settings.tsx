import { useEffect, useState } from 'preact/hooks'
import { failureOf } from '../store.ts'
import { useHere } from './here.ts'
import { Button, Head, Note, TextField } from './parts.tsx'

/** What is set for the desk as a whole: the calendar of deadlines. Profile, absence and notices have pages of their own, linked below. */
export function Settings() {
  const { say, dates, store } = useHere()
  const [since, setSince] = useState<string | null>()
  const [address, setAddress] = useState<string>()
  useEffect(() => void store.client.calendar().then((answer) => setSince(answer.ok ? answer.value.since : null)), [store])
  const make = async (): Promise<void> => {
    const answer = await store.client.newCalendar()
    if (!answer.ok) return store.set({ failure: failureOf(answer) })
    setAddress(answer.value.url)
  }
  const end = async (): Promise<void> => {
    const answer = await store.client.endCalendar()
    if (!answer.ok) return store.set({ failure: failureOf(answer) })
    setAddress(undefined)
    setSince(null)
    store.set({ said: { key: 'desk.settings.calendar-ended' } })
  }
  return (
    <div class="mr-stack">
      <Head title={say('desk.settings.title')} />
      <section class="mr-card mr-stack" aria-labelledby="calendar">
        <h2 id="calendar">{say('desk.settings.calendar')}</h2>
        <p>{say('desk.settings.calendar-text')}</p>
        {address === undefined ? (
          <p class="mr-muted">{since === undefined ? '' : since === null ? say('desk.settings.calendar-none') : say('desk.settings.calendar-since', { day: dates.day(since.slice(0, 10)) })}</p>
        ) : (
          <Note kind="ok" role="status" title={say('desk.settings.calendar-once')}>
            <TextField id="calendar-address" label={say('desk.settings.calendar-address')} value={address} onInput={() => {}} />
          </Note>
        )}
        <div class="mr-row">
          <Button kind="quiet" onClick={() => void make()}>
            {say('desk.settings.calendar-new')}
          </Button>
          {since || address ? (
            <Button kind="bare" onClick={() => void end()}>
              {say('desk.settings.calendar-end')}
            </Button>
          ) : null}
        </div>
      </section>
    </div>
  )
}
