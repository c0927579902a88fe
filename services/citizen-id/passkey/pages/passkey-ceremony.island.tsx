import { useEffect, useRef, useState } from 'preact/hooks'
import { answerOf, createOptions, getOptions } from '../webauthn-json.ts'

export type PasskeyCeremonyProps = {
  kind: 'create' | 'get'
  /** Options of WebAuthn as JSON. */
  options: Record<string, unknown>
  /** Id of the button, for whoever looks for it. */
  id: string
  /** A form in which one of several values is chosen first: each has its own challenge, so that the signature covers the choice. */
  choice?: { field: string; challenges: Record<string, string> }
  words: {
    go: string
    /** Stands there without script. */
    script: string
    unsupported: string
    /** The person broke off, or the device did. */
    failed: string
    choose?: string
  }
}

type State = 'server' | 'ready' | 'unsupported' | 'busy' | 'failed' | 'choose'

/**
 * The button that asks the device for finger, face or PIN, and then sends the form around it with the answer in the field `answer`.
 * Keys cannot be used without script; then the sentence says so, and other ways stand beside it.
 */
export function PasskeyCeremony({ kind, options, id, choice, words }: PasskeyCeremonyProps) {
  const [state, setState] = useState<State>('server')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setState('PublicKeyCredential' in globalThis ? 'ready' : 'unsupported'), [])

  async function ask(): Promise<void> {
    const form = field.current?.form
    if (!form || !field.current) return
    const chosen = choice && new FormData(form).get(choice.field)
    const challenge = choice ? choice.challenges[String(chosen)] : options['challenge']
    if (challenge === undefined) return setState('choose')
    setState('busy')
    try {
      const json = { ...options, challenge }
      const credential = kind === 'create' ? await navigator.credentials.create({ publicKey: createOptions(json) }) : await navigator.credentials.get({ publicKey: getOptions(json) })
      if (!(credential instanceof PublicKeyCredential)) return setState('failed')
      field.current.value = answerOf(credential)
      form.requestSubmit()
    } catch {
      setState('failed')
    }
  }

  if (state === 'server') return <p class="mr-hint">{words.script}</p>
  if (state === 'unsupported') return <p class="mr-error">{words.unsupported}</p>
  return (
    <div class="mr-stack-s">
      <input type="hidden" name="answer" ref={field} />
      <button class="mr-btn" type="button" id={id} aria-busy={state === 'busy' ? 'true' : undefined} onClick={() => void ask()}>
        {words.go}
      </button>
      <p class="mr-error" role="alert">
        {state === 'failed' ? words.failed : state === 'choose' ? words.choose : ''}
      </p>
    </div>
  )
}
