import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useHere } from './here.ts'
import type { Tone } from '../../app/note.tsx'

export { Note, type Tone } from '../../app/note.tsx'

/** The heading of a view. It gets the focus whenever the view has changed by what somebody did. */
export function Head({ title, tags, children }: { title: string; tags?: ComponentChildren; children?: ComponentChildren }) {
  const { desk } = useHere()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (desk.turn > 1) heading.current?.focus()
  }, [desk.turn])
  return (
    <div class="mr-casehead mr-stack-s">
      <h1 tabindex={-1} ref={heading}>
        {title}
      </h1>
      {tags ? <p class="mr-row">{tags}</p> : null}
      {children}
    </div>
  )
}

type ButtonProps = { kind?: 'primary' | 'quiet' | 'bare' | 'danger'; small?: boolean; submit?: boolean; id?: string; expanded?: boolean; onClick?: () => void; children: ComponentChildren }

/** While something is under way no second one begins; the button keeps its focus. */
export function Button({ kind = 'primary', small, submit, id, expanded, onClick, children }: ButtonProps) {
  const { desk } = useHere()
  const look = ['mr-btn', kind === 'primary' ? '' : `mr-btn--${kind}`, small ? 'mr-btn--s' : ''].filter(Boolean).join(' ')
  return (
    <button id={id} class={look} type={submit ? 'submit' : 'button'} aria-disabled={desk.isBusy ? 'true' : undefined} aria-expanded={expanded} onClick={desk.isBusy || submit ? undefined : onClick}>
      {children}
    </button>
  )
}

/** A form that the browser never sends. */
export function Form({ onSend, children }: { onSend: () => void; children: ComponentChildren }) {
  const { desk } = useHere()
  return (
    <form
      class="mr-stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!desk.isBusy) onSend()
      }}
    >
      {children}
    </form>
  )
}

type FieldProps = { id: string; label: string; hint?: string | undefined; error?: string | undefined; optional?: boolean; children: (described: string | undefined) => ComponentChildren }

export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const { say } = useHere()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div class={error ? 'mr-field mr-field--bad' : 'mr-field'}>
      <label class="mr-label" for={id}>
        {label}
        {optional ? <span class="mr-field__optional"> {say('desk.optional')}</span> : null}
      </label>
      {hint ? (
        <p class="mr-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="mr-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {children(described)}
    </div>
  )
}

type TextProps = { id: string; label: string; value: string; hint?: string | undefined; error?: string | undefined; optional?: boolean; rows?: number; maxLength?: number; type?: 'text' | 'password' | 'datetime-local'; onInput: (text: string) => void }

export function TextField({ rows, type = 'text', maxLength, ...field }: TextProps) {
  const { id, value, error, onInput } = field
  return (
    <Field {...field}>
      {(described) => {
        const shared = { id, value, ...(maxLength !== undefined && { maxlength: maxLength }), 'aria-describedby': described, 'aria-invalid': error ? ('true' as const) : undefined }
        const typed = { ...shared, class: 'mr-input', autocomplete: 'off' as const, autocapitalize: 'none' as const, spellcheck: false, onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value) }
        if (rows !== undefined) return <textarea {...shared} class="mr-area" rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
        if (type === 'password') return <input {...typed} type="password" />
        return type === 'text' ? <input {...typed} type="text" /> : <input {...typed} type="datetime-local" />
      }}
    </Field>
  )
}

type SelectProps = { id: string; label: string; value: string; choices: readonly { value: string; label: string }[]; small?: boolean; onPick: (value: string) => void }

export function Select({ id, label, value, choices, small, onPick }: SelectProps) {
  return (
    <div class={small ? 'mr-field hd-small' : 'mr-field'}>
      <label class="mr-label" for={id}>
        {label}
      </label>
      <select class={small ? 'mr-select mr-select--s' : 'mr-select'} id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type BoxesProps = { type: 'radio' | 'checkbox'; name: string; legend: string; values: readonly string[]; choices: readonly { value: string; label: string; hint?: string | undefined }[]; error?: string | undefined; onChange: (values: readonly string[]) => void }

/** Radios or checkboxes; the first one carries the name as its id. */
export function Boxes({ type, name, legend, values, choices, error, onChange }: BoxesProps) {
  const toggled = (value: string, isOn: boolean): readonly string[] => (type === 'radio' ? [value] : isOn ? [...values, value] : values.filter((one) => one !== value))
  return (
    <fieldset class={error ? 'mr-field mr-field--bad' : 'mr-field'} aria-describedby={error ? `${name}-error` : undefined}>
      <legend class="mr-legend">{legend}</legend>
      {error ? (
        <p class="mr-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      <div>
        {choices.map(({ value, label, hint }, at) => {
          const id = at === 0 ? name : `${name}-${at + 1}`
          return (
            <label key={value} class="mr-check">
              <input type={type} id={id} name={name} value={value} checked={values.includes(value)} aria-describedby={hint ? `${id}-note` : undefined} onChange={(event) => onChange(toggled(value, event.currentTarget.checked))} />
              <span>{label}</span>
              {hint ? <small id={`${id}-note`}>{hint}</small> : null}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

export const Tag = ({ kind, children }: { kind?: Tone | undefined; children: ComponentChildren }) => <span class={kind ? `mr-tag mr-tag--${kind}` : 'mr-tag'}>{children}</span>

/** Words of a key, to compare with a poster or a voice on the telephone. */
export const CheckWords = ({ words, label }: { words: readonly string[]; label: string }) => (
  <ol class="hd-words" aria-label={label}>
    {words.map((word, at) => (
      <li key={`${at}-${word}`}>{word}</li>
    ))}
  </ol>
)
