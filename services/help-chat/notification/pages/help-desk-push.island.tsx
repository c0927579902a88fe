import { useEffect, useState } from 'preact/hooks'
import { sayWith, type Words } from '../../app/say.ts'
import { askServer, deviceState, keyIn, switchOff, switchOn, type DeviceState, type Switched } from '../device.ts'

export type HelpDeskPushProps = { csrf: string; words: Words }

const address = '/help-chat/desk/api/push'

/** The switch for this device. Without script it says what it would need. */
export function HelpDeskPush({ csrf, words }: HelpDeskPushProps) {
  const say = sayWith(words)
  const [state, setState] = useState<DeviceState | 'server' | 'busy'>('server')
  const [answer, setAnswer] = useState<Switched | 'off' | 'off-later'>()
  useEffect(() => void deviceState().then(setState), [])

  const tell = async (method: 'POST' | 'DELETE', value: unknown): Promise<boolean> => (await askServer(method, address, { headers: { 'x-csrf-token': csrf }, value })) === true

  async function change(on: boolean): Promise<void> {
    setState('busy')
    if (on) {
      const key = keyIn(await askServer('GET', address))
      setAnswer(await switchOn(key, (device) => tell('POST', { device })))
    } else setAnswer(await switchOff((endpoint) => tell('DELETE', { endpoint })))
    setState(await deviceState())
  }

  if (state === 'server') return <p class="mr-hint">{say('notification.device.script')}</p>
  return (
    <div class="mr-stack-s">
      {state === 'unsupported' || state === 'denied' ? <p class="mr-hint">{say(`notification.device.${state}`)}</p> : null}
      {state === 'off' || state === 'on' || state === 'busy' ? (
        <p>
          <button type="button" class="mr-btn mr-btn--quiet" aria-busy={state === 'busy' ? 'true' : undefined} onClick={() => void change(state !== 'on')}>
            {say(state === 'on' ? 'notification.device.switch-off' : 'notification.device.switch-on')}
          </button>
        </p>
      ) : null}
      <p role="status">{answer ? say(`notification.device.answer-${answer}`) : ''}</p>
    </div>
  )
}
