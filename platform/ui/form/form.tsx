import type { ComponentChildren } from 'preact'

export type FormProps = {
  action: string
  /** Token against forged requests; every form that changes something has it. */
  csrf?: string | undefined
  method?: 'get' | 'post' | undefined
  /** For files. */
  multipart?: boolean | undefined
  /** Parameters nobody types. */
  hidden?: Readonly<Record<string, string>> | undefined
  label?: string | undefined
  id?: string | undefined
  /** No grid of its own, e.g. one button. */
  bare?: boolean | undefined
  children: ComponentChildren
}

/** Checked by the server only (`novalidate`): one place for rules, one voice for errors. */
export function Form(props: FormProps) {
  const method = props.method ?? 'post'
  // A form with files is read as it flows, long after the token is asked for: there it stands in the address.
  const inAddress = props.multipart === true && props.csrf !== undefined
  return (
    <form
      class={props.bare ? undefined : 'mr-form'}
      id={props.id}
      action={inAddress ? `${props.action}${props.action.includes('?') ? '&' : '?'}_csrf=${encodeURIComponent(props.csrf ?? '')}` : props.action}
      method={method}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
    >
      {method === 'post' && props.csrf !== undefined && !inAddress ? <Hidden name="_csrf" value={props.csrf} /> : null}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

/** The row of buttons at the end: the next step first. */
export function FormEnd({ children }: { children: ComponentChildren }) {
  return <div class="mr-row mr-formend">{children}</div>
}
