import { useState } from 'preact/hooks'
import { useHere } from './here.ts'
import { Button, Form, Head, Note } from './parts.tsx'
import { PhraseField, usePhraseError } from './phrase.tsx'

/** The keys lie locked at the server; the phrase opens them here, and only for as long as this page is open. */
export function Unlock() {
  const { say, store, desk, demoPhrase } = useHere()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const sentence = usePhraseError()
  const waiting = (desk.state?.inbox ?? []).filter((entry) => entry.state === 'open' && store.unread(entry) > 0).length
  const unlock = async (): Promise<void> => {
    setError(undefined)
    const mistake = await store.unlock(typed)
    if (!mistake) return
    setError(sentence(mistake))
    document.getElementById('phrase')?.focus()
  }
  return (
    <div class="mr-stack">
      <Head title={say('desk.unlock.title')} />
      <p>{say(waiting > 0 ? 'desk.unlock.waiting' : 'desk.unlock.nothing', { n: waiting })}</p>
      {demoPhrase === null ? null : (
        <Note title={say('desk.unlock.demo')}>
          <p class="hd-phrase">{demoPhrase}</p>
          <p>
            <Button kind="quiet" small onClick={() => setTyped(demoPhrase)}>
              {say('desk.unlock.demo-use')}
            </Button>
          </p>
        </Note>
      )}
      <Form onSend={() => void unlock()}>
        <PhraseField id="phrase" label={say('desk.phrase.label')} value={typed} error={error} onInput={setTyped} />
        <p role="status">{desk.isBusy ? say('desk.unlock.opening') : ''}</p>
        <Button submit>{say('desk.unlock.open')}</Button>
      </Form>
      <details class="mr-details">
        <summary>{say('desk.lost.title')}</summary>
        <div class="mr-stack-s">
          <p>{say('desk.lost.nobody')}</p>
          <p>{say('desk.lost.next')}</p>
          <p>{say('desk.lost.cases')}</p>
        </div>
      </details>
      <details class="mr-details">
        <summary>{say('desk.lost-device.title')}</summary>
        <div class="mr-stack-s">
          <p>{say('desk.lost-device.text')}</p>
          <p>
            <a href="/citizen-id/recover">{say('desk.lost-device.recover')}</a>
          </p>
        </div>
      </details>
    </div>
  )
}
