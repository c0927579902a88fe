import { useState } from 'preact/hooks'
import type { PhraseMistake } from '../keyring.ts'
import { useHere } from './here.ts'
import { TextField } from './parts.tsx'

/** The field for a key phrase. Hidden like a password until somebody wants to see it; never remembered by the browser. */
export function PhraseField({ id, label, value, error, onInput }: { id: string; label: string; value: string; error?: string | undefined; onInput: (text: string) => void }) {
  const { say } = useHere()
  const [isShown, setShown] = useState(false)
  return (
    <div class="mr-stack-s">
      <TextField id={id} label={label} hint={say('desk.phrase.hint')} type={isShown ? 'text' : 'password'} value={value} error={error} onInput={onInput} />
      <label class="mr-check">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
        <span>{say('desk.phrase.show')}</span>
      </label>
    </div>
  )
}

/** What is wrong with a phrase, and what to do. */
export function usePhraseError(): (mistake: PhraseMistake) => string {
  const { say } = useHere()
  return ({ code, at = 0, near = [], count = 0 }) => {
    if (code === 'length') return say('desk.phrase.length', { count })
    if (code === 'wrong') return say('desk.phrase.wrong')
    return near.length > 0 ? say('desk.phrase.near', { n: at + 1, near: near.join(', ') }) : say('desk.phrase.unknown', { n: at + 1 })
  }
}
