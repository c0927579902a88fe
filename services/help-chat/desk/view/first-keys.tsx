import { useState } from 'preact/hooks'
import { newSecret } from '../../crypto/secret.ts'
import { readPhrase } from '../keyring.ts'
import { useHere } from './here.ts'
import { Button, CheckWords, Form, Head, Note } from './parts.tsx'
import { PhraseField, usePhraseError } from './phrase.tsx'

type Step = { readonly name: 'about' } | { readonly name: 'words' | 'retype'; readonly phrase: readonly string[] }

/** The first visit: keys for each town served, made here, and a key phrase that is written down and typed once more. */
export function FirstKeys() {
  const { say, store, desk } = useHere()
  const [step, setStep] = useState<Step>({ name: 'about' })
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const sentence = usePhraseError()
  const towns = (desk.state?.me ?? []).map(({ townName }) => townName)
  const show = (next: Step): void => {
    setStep(next)
    setTyped('')
    setError(undefined)
    store.set({ turn: desk.turn + 1 })
  }

  if (step.name === 'about')
    return (
      <div class="mr-stack">
        <Head title={say('desk.first.title')} />
        <p>{say('desk.first.about')}</p>
        <p>{say('desk.first.phrase')}</p>
        <p>{say('desk.first.towns', { towns: towns.join(', ') })}</p>
        <Button onClick={() => show({ name: 'words', phrase: newSecret() })}>{say('desk.first.show')}</Button>
      </div>
    )

  const { phrase } = step
  if (step.name === 'words')
    return (
      <div class="mr-stack">
        <Head title={say('desk.first.words')} />
        <p>{say('desk.first.write')}</p>
        <div class="mr-card hd-print">
          <CheckWords words={phrase} label={say('desk.first.words')} />
        </div>
        <Note kind="warn" title={say('desk.first.lost')} />
        <div class="mr-row">
          <Button onClick={() => show({ name: 'retype', phrase })}>{say('desk.first.written')}</Button>
          <Button kind="quiet" onClick={() => window.print()}>
            {say('desk.first.print')}
          </Button>
        </div>
      </div>
    )

  const make = (): void => {
    const read = readPhrase(typed)
    if ('mistake' in read) return setError(sentence(read.mistake))
    if (read.words.join(' ') !== phrase.join(' ')) return setError(say('desk.first.differs'))
    setError(undefined)
    void store.makeFirstKeys(phrase)
  }
  return (
    <div class="mr-stack">
      <Head title={say('desk.first.retype')} />
      <p>{say('desk.first.retype-why')}</p>
      <Form onSend={make}>
        <PhraseField id="phrase" label={say('desk.phrase.label')} value={typed} error={error} onInput={setTyped} />
        <p role="status">{desk.isBusy ? say('desk.first.making') : ''}</p>
        <div class="mr-row">
          <Button submit>{say('desk.first.make')}</Button>
          <Button kind="bare" onClick={() => show({ name: 'words', phrase })}>
            {say('desk.first.back')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
