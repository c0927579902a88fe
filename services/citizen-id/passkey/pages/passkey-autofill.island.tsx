import { useEffect, useRef } from 'preact/hooks'
import { answerOf, getOptions } from '../webauthn-json.ts'

export type PasskeyAutofillProps = { options: Record<string, unknown> }

/** Offers the device's keys among the suggestions of the user name field (conditional UI). Whoever has none sees nothing of it. */
export function PasskeyAutofill({ options }: PasskeyAutofillProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    void offer(options, stop.signal).then((answer) => {
      if (answer === undefined || !field.current) return
      field.current.value = answer
      field.current.form?.requestSubmit()
    })
    return () => stop.abort()
  }, [options])
  return <input type="hidden" name="answer" ref={field} />
}

async function offer(options: Record<string, unknown>, signal: AbortSignal): Promise<string | undefined> {
  try {
    if (!('PublicKeyCredential' in globalThis) || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return undefined
    const credential = await navigator.credentials.get({ publicKey: getOptions(options), mediation: 'conditional', signal })
    return credential instanceof PublicKeyCredential ? answerOf(credential) : undefined
  } catch {
    return undefined // the person chose another way, or left
  }
}
