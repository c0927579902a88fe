import { useState } from 'preact/hooks'
import { checkWords, verifyStatements } from '../../crypto/keys.ts'
import { renewKeys } from '../key-acts.ts'
import type { Served } from '../schema.ts'
import { useHere } from './here.ts'
import { Button, CheckWords, Form, Head, Note } from './parts.tsx'
import { PhraseField, usePhraseError } from './phrase.tsx'

/** Own keys and those of colleagues, with the words by which people compare them; new keys where they are wanted. */
export function Keys() {
  const { say, desk } = useHere()
  return (
    <div class="mr-stack-m">
      <Head title={say('desk.keys.title')}>
        <p>{say('desk.keys.lead')}</p>
      </Head>
      {(desk.state?.me ?? []).map((served) => (
        <TownKeys key={served.town} served={served} />
      ))}
    </div>
  )
}

function TownKeys({ served }: { served: Served }) {
  const { say, store, desk } = useHere()
  const [isRenewing, setRenewing] = useState(false)
  const { town, townName, statements } = served
  const isOpen = store.me(town) !== undefined
  const colleagues = desk.state?.directories[town]?.confidants.filter(({ id }) => id !== served.confidant) ?? []
  return (
    <section class="mr-card mr-stack" aria-labelledby={`keys-${town}`}>
      <h2 id={`keys-${town}`}>{townName}</h2>
      {isOpen ? null : <Note kind="warn" title={say('desk.keys.other-phrase')} />}
      <div class="mr-stack-s">
        <h3>{say('desk.keys.mine')}</h3>
        <CheckWords words={checkWords(statements)} label={say('desk.keys.mine')} />
        <p class="mr-small mr-muted">{say('desk.keys.number', { n: statements.length })}</p>
      </div>
      {colleagues.length > 0 ? (
        <details class="mr-details">
          <summary>{say('desk.keys.colleagues', { n: colleagues.length })}</summary>
          <div class="mr-stack">
            <p>{say('desk.keys.compare')}</p>
            {colleagues.map((one) => (
              <div key={one.id} class="mr-stack-s">
                <h3>{one.name}</h3>
                {verifyStatements(one.statements, town, one.id) ? <CheckWords words={checkWords(one.statements)} label={one.name} /> : <Note kind="bad" title={say('desk.keys.broken')} />}
              </div>
            ))}
          </div>
        </details>
      ) : null}
      {isOpen && !isRenewing ? (
        <p>
          <Button kind="quiet" small onClick={() => setRenewing(true)}>
            {say('desk.keys.renew')}
          </Button>
        </p>
      ) : null}
      {isRenewing ? <Renew town={town} onClose={() => setRenewing(false)} /> : null}
    </section>
  )
}

function Renew({ town, onClose }: { town: string; onClose: () => void }) {
  const { say, store, desk } = useHere()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const sentence = usePhraseError()
  const renew = async (): Promise<void> => {
    const mistake = await renewKeys(store, town, typed)
    if (mistake) return setError(sentence(mistake))
    if (store.now().failure === undefined) onClose()
  }
  return (
    <Form onSend={() => void renew()}>
      <p>{say('desk.keys.renew-text')}</p>
      <PhraseField id={`renew-${town}`} label={say('desk.phrase.label')} value={typed} error={error} onInput={(text) => (setError(undefined), setTyped(text))} />
      <p role="status">{desk.isBusy ? say('desk.keys.renewing') : ''}</p>
      <div class="mr-row">
        <Button submit>{say('desk.keys.renew')}</Button>
        <Button kind="bare" onClick={onClose}>
          {say('desk.act.not-now')}
        </Button>
      </div>
    </Form>
  )
}
