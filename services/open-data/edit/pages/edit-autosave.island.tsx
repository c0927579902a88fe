import { useEffect, useRef, useState } from 'preact/hooks'

export type AutosaveProps = {
  /** Id of the form that is saved. */
  form: string
  /** Where it is sent while somebody types. */
  to: string
  /** What stands there until the first saving. */
  saved: string
  words: { saving: string; offline: string; conflict: string; fresh: string }
}

type State = { kind: 'saved' | 'saving' | 'not-saved'; text: string }
type Answer = { state: 'saved'; revision: number; /** When, in words. */ saved: string; by?: string; fresh: Record<string, string | string[]> } | { state: 'conflict'; by?: string } | { state: 'not-saved' }

/** Pause after which typing counts as done for now. */
const pause = 1_200
const again = 10_000

/**
 * Saves the form while somebody types. What cannot be sent stays in this tab (session storage) and is sent when the connection is
 * back, also after the page was loaded again. Without script the buttons of the form save.
 */
export function Autosave({ form: id, to, saved, words }: AutosaveProps) {
  const [state, setState] = useState<State>({ kind: 'saved', text: saved })
  const timer = useRef(0)
  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement)) return undefined
    const kept = `draft ${to}`
    let busy = false
    let held = false
    const later = (wait: number): void => {
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), wait)
    }
    const save = async (): Promise<void> => {
      if (busy || held) return later(pause)
      busy = true
      setState({ kind: 'saving', text: words.saving })
      const sent = fieldsOf(form)
      const answer = await post(to, sent)
      busy = false
      if (answer === undefined) {
        sessionStorage.setItem(kept, JSON.stringify([...sent]))
        setState({ kind: 'not-saved', text: words.offline })
        return later(again)
      }
      sessionStorage.removeItem(kept)
      if (answer.state !== 'saved') {
        held = true
        return setState({ kind: 'not-saved', text: answer.state === 'conflict' ? words.conflict : words.offline })
      }
      takeOver(form, sent, answer)
      setState({ kind: 'saved', text: answer.by === undefined || Object.keys(answer.fresh).length === 0 ? answer.saved : words.fresh.replace('{by}', answer.by) })
    }
    const listening = new AbortController()
    const { signal } = listening
    form.addEventListener('input', () => later(pause), { signal })
    form.addEventListener('submit', () => sessionStorage.removeItem(kept), { signal })
    window.addEventListener('online', () => later(0), { signal })
    const waiting = sessionStorage.getItem(kept)
    if (waiting !== null) {
      refill(form, JSON.parse(waiting) as [string, string][]) // written above
      later(0)
    }
    return () => {
      listening.abort()
      clearTimeout(timer.current)
    }
  }, [id, to, words])

  return (
    <p class={`mr-save mr-save--${state.kind}`} role="status">
      {state.text}
    </p>
  )
}

// Buttons and files are not part of what is saved in passing.
function fieldsOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

async function post(to: string, fields: URLSearchParams): Promise<Answer | undefined> {
  try {
    const response = await fetch(to, { method: 'POST', body: fields, headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as Answer) : response.status === 422 ? { state: 'not-saved' } : undefined // the answer of our own route
  } catch {
    return undefined // no connection
  }
}

/** The next saving stands on this one. Fields that somebody else has changed show it, unless the person has typed on meanwhile. */
function takeOver(form: HTMLFormElement, sent: URLSearchParams, { revision, fresh }: Extract<Answer, { state: 'saved' }>): void {
  setField(form, 'revision', [String(revision)])
  for (const [name, value] of Object.entries(fresh)) if (fieldsOf(form).getAll(name).join('\n') === sent.getAll(name).join('\n')) setField(form, name, [value].flat())
}

const refill = (form: HTMLFormElement, fields: readonly (readonly [string, string])[]): void => {
  for (const name of new Set(fields.map(([one]) => one))) if (name !== '_csrf') setField(form, name, fields.flatMap(([one, value]) => (one === name ? [value] : [])))
}

function setField(form: HTMLFormElement, name: string, values: readonly string[]): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.name === name && (field.type === 'checkbox' || field.type === 'radio')) field.checked = values.includes(field.value)
    else if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) && field.name === name) field.value = values[0] ?? ''
  }
}
