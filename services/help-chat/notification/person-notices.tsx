import { useEffect, useState } from 'preact/hooks'
import type { SayWords } from '../app/say.ts'
import { askServer, deviceState, keyIn, switchOff, switchOn, type DeviceState, type Switched } from './device.ts'

export type PersonNoticesProps = {
  /** Speaks the words that begin with `notification.person.`. */
  say: SayWords
  /** Names the case towards the server. */
  lookup: string
}

const address = '/help-chat/app/case/push'

/**
 * Notices for the anonymous person, for their app: off until asked for, with what they give away said before the button, and the better way
 * first. For islands; no words of its own.
 */
export function PersonNotices({ say, lookup }: PersonNoticesProps) {
  const [state, setState] = useState<DeviceState | 'busy'>('off')
  const [answer, setAnswer] = useState<Switched | 'off' | 'off-later'>()
  useEffect(() => void deviceState().then(setState), [])

  const tell = async (method: 'POST' | 'DELETE', value: unknown): Promise<boolean> => (await askServer(method, address, { headers: { authorization: `Case ${lookup}` }, value, credentials: 'omit' })) === true

  async function change(on: boolean): Promise<void> {
    setState('busy')
    if (on) {
      const key = keyIn(await askServer('GET', '/help-chat/app/push-key', { credentials: 'omit' }))
      setAnswer(await switchOn(key, (device) => tell('POST', { device })))
    } else setAnswer(await switchOff((endpoint) => tell('DELETE', { endpoint })))
    setState(await deviceState())
  }

  return (
    <section class="mr-stack-s" aria-labelledby="notices-title">
      <h2 id="notices-title">{say('notification.person.title')}</h2>
      <Lines text={say('notification.person.better')} />
      <Lines text={say('notification.person.warning')} strong />
      <ul class="mr-list">
        {(['provider', 'banner', 'work-device', 'when'] as const).map((point) => (
          <li key={point}>
            <Lines text={say(`notification.person.warning-${point}`)} />
          </li>
        ))}
      </ul>
      {state === 'unsupported' || state === 'denied' ? <p class="mr-hint">{say(`notification.person.${state}`)}</p> : null}
      {state === 'off' || state === 'on' || state === 'busy' ? (
        <p>
          <button type="button" class="mr-btn mr-btn--quiet" aria-busy={state === 'busy' ? 'true' : undefined} onClick={() => void change(state !== 'on')}>
            {say(state === 'on' ? 'notification.person.switch-off' : 'notification.person.switch-on')}
          </button>
        </p>
      ) : null}
      <p role="status">{answer ? say(`notification.person.answer-${answer}`) : ''}</p>
    </section>
  )
}

/** In Leichte Sprache each sentence is a line of its own. */
function Lines({ text, strong = false }: { text: string; strong?: boolean }) {
  return (
    <>
      {text.split('\n').map((line) => (
        <p key={line}>{strong ? <strong>{line}</strong> : line}</p>
      ))}
    </>
  )
}
