import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Mistake } from '../rules/draft.ts'
import { useHere } from './here.ts'

export { Note } from '../../app/note.tsx'

/** A text of the dictionary; in Leichte Sprache each sentence is a line of its own. */
export function Text({ id, args, class: look }: { id: string; args?: Readonly<Record<string, string | number>>; class?: string }) {
  const { say } = useHere()
  const lines = say(id, args).split('\n')
  return (
    <div class="hc-lines">
      {lines.map((line) => (
        <p key={line} class={look}>
          {line}
        </p>
      ))}
    </div>
  )
}

/** One view: what is wrong, the heading, the content. The heading gets the focus whenever the view is new; a list of mistakes gets it before that. */
export function Page({ title, lead, wide, children }: { title: string; lead?: string; wide?: boolean; children: ComponentChildren }) {
  const { say, state } = useHere()
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.turn === 0) return
    const target = summary.current ?? heading.current
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }, [state.turn])
  return (
    <div class={wide ? 'hc-page hc-page--wide' : 'hc-page'}>
      {state.mistakes.length > 0 ? (
        <div class="mr-errors" role="alert" tabindex={-1} ref={summary} aria-labelledby="errors-title">
          <h2 id="errors-title">{say('case.errors')}</h2>
          <ul>
            {state.mistakes.map(({ field, code }) => (
              <li key={field}>
                <a href={`#${field}`} onClick={(event) => jumpTo(event, field)}>
                  {say(`case.error.${code}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div class="mr-pagehead mr-stack">
        <h1 tabindex={-1} ref={heading}>
          {title}
        </h1>
        {lead ? <Text id={lead} class="mr-lead" /> : null}
      </div>
      <div class="mr-stack-m">{children}</div>
    </div>
  )
}

// The address never changes, not even behind the sign #.
function jumpTo(event: Event, field: string): void {
  event.preventDefault()
  document.getElementById(field)?.focus()
}

type ButtonProps = { kind?: 'primary' | 'quiet' | 'bare' | 'danger'; small?: boolean; id?: string; busy?: boolean; current?: boolean; submit?: boolean; onClick?: () => void; children: ComponentChildren }

export function Button({ kind = 'primary', small, id, busy, current, submit, onClick, children }: ButtonProps) {
  const look = ['mr-btn', kind === 'primary' ? '' : `mr-btn--${kind}`, small ? 'mr-btn--s' : ''].filter(Boolean).join(' ')
  return (
    <button class={look} type={submit ? 'submit' : 'button'} id={id} aria-disabled={busy ? 'true' : undefined} aria-current={current ? 'page' : undefined} onClick={busy || submit ? undefined : onClick}>
      {children}
    </button>
  )
}

/** A form that is never sent by the browser. */
export function Typed({ onSend, children }: { onSend: () => void; children: ComponentChildren }) {
  return (
    <form
      class="mr-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
    </form>
  )
}

export const errorOf = (mistakes: readonly Mistake[], field: string): string | undefined => mistakes.find((one) => one.field === field)?.code

/** The sentence beside a field; the same stands in the summary. */
export function FieldError({ field, code }: { field: string; code: string | undefined }) {
  const { say } = useHere()
  return code === undefined ? null : (
    <p class="mr-error" id={`${field}-error`}>
      {say(`case.error.${code}`)}
    </p>
  )
}

export const fieldClass = (error: string | undefined): string => (error === undefined ? 'mr-field' : 'mr-field mr-field--bad')
export const describedBy = (field: string, hint: boolean, error: string | undefined): string | undefined => [hint ? `${field}-hint` : '', error === undefined ? '' : `${field}-error`].filter(Boolean).join(' ') || undefined

type BoxProps = { type: 'radio' | 'checkbox'; id: string; name: string; checked: boolean; disabled?: boolean; label: ComponentChildren; hint?: ComponentChildren; boxed?: boolean; error?: string | undefined; onChange: (checked: boolean) => void }

export function Box({ type, id, name, checked, disabled, label, hint, boxed, error, onChange }: BoxProps) {
  return (
    <label class={boxed ? 'mr-check mr-check--box' : 'mr-check'}>
      <input
        type={type}
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={[hint ? `${id}-note` : '', error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class={disabled ? 'mr-muted' : undefined}>{label}</span>
      {hint ? <small id={`${id}-note`}>{hint}</small> : null}
    </label>
  )
}

/** How far something has come. Without `share` it says only that it goes on. */
export function Progress({ id, label, text, share }: { id: string; label: string; text?: string; share?: number | undefined }) {
  return (
    <div class="kern-progress mr-progress">
      <label class="mr-label" for={id}>
        {label}
      </label>
      <progress id={id} max={100} {...(share !== undefined && { value: Math.round(share * 100) })} />
      {text ? <p class="mr-small mr-muted">{text}</p> : null}
    </div>
  )
}

export function Details({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="mr-details">
      <summary>{title}</summary>
      <div class="mr-stack-s hc-details">{children}</div>
    </details>
  )
}

export function Pieces({ ids }: { ids: readonly string[] }) {
  return (
    <ul class="hc-list">
      {ids.map((id) => (
        <li key={id}>
          <Text id={id} />
        </li>
      ))}
    </ul>
  )
}
