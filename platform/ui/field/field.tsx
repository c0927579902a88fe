import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon } from '../icon/icon.tsx'

/** What every field kind takes. */
export type FieldBase = {
  name: string
  label: string
  /** Address of the field on the page; the error summary links to it. The name unless told. */
  id?: string | undefined
  hint?: ComponentChildren
  /** The same sentence stands in the error summary. */
  error?: string | undefined
  /** The word "(freiwillig)". Nothing marks required fields. */
  optional?: string | undefined
  /** For the label of a question page that repeats its h1. */
  hideLabel?: boolean | undefined
}

export const fieldId = ({ id, name }: Pick<FieldBase, 'id' | 'name'>): string => id ?? name

/** Value of `aria-describedby`: hint and error, where they exist. */
export function describedBy(field: FieldBase): string | undefined {
  const id = fieldId(field)
  const parts = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}

/** Attributes the control itself needs. */
export const controlProps = (field: FieldBase) => ({
  id: fieldId(field),
  name: field.name,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.error ? ('true' as const) : undefined,
})

function LabelText({ field }: { field: FieldBase }) {
  return (
    <>
      <Hy>{field.label}</Hy>
      {field.optional ? <span class="mr-field__optional"> {field.optional}</span> : null}
    </>
  )
}

function HintAndError({ field }: { field: FieldBase }) {
  const id = fieldId(field)
  return (
    <>
      {field.hint ? (
        <div class="mr-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      ) : null}
      {field.error ? (
        <p class="mr-error" id={`${id}-error`}>
          <Icon name="alert" size="s" />
          <span>{field.error}</span>
        </p>
      ) : null}
    </>
  )
}

const frameClass = (field: FieldBase): string => (field.error ? 'mr-field mr-field--bad' : 'mr-field')

/** Label, hint, error, control, in this order. */
export function Field({ field, children }: { field: FieldBase; children: ComponentChildren }) {
  return (
    <div class={frameClass(field)}>
      <label for={fieldId(field)} class={field.hideLabel ? 'mr-vh' : 'mr-label'}>
        <LabelText field={field} />
      </label>
      <HintAndError field={field} />
      {children}
    </div>
  )
}

/** The same for several controls under one question. */
export function FieldGroup({ field, children }: { field: FieldBase; children: ComponentChildren }) {
  return (
    <fieldset class={frameClass(field)} aria-describedby={describedBy(field)}>
      <legend class={field.hideLabel ? 'mr-vh' : 'mr-legend'}>
        <LabelText field={field} />
      </legend>
      <HintAndError field={field} />
      {children}
    </fieldset>
  )
}
