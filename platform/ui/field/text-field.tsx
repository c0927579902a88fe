import { controlProps, Field, type FieldBase } from './field.tsx'

/** Expected length, seen as width: 2, 4, 10 or 20 characters; whole width unless told. */
export type FieldWidth = 2 | 4 | 10 | 20

export type TextFieldProps = FieldBase & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'number' | 'datetime-local' | undefined
  /** Digits, e.g. a postcode: numeric keyboard, tabular figures, still text. */
  numeric?: boolean | undefined
  /** WCAG 1.3.5: the purpose of personal fields, e.g. `given-name`, `street-address`, `postal-code`. */
  autocomplete?: string | undefined
  width?: FieldWidth | undefined
  maxLength?: number | undefined
  /** Unit behind the control: "km", "€". */
  unit?: string | undefined
  lang?: string | undefined
}

export function TextField(props: TextFieldProps) {
  const className = ['mr-input', props.width ? `mr-input--${props.width}` : '', props.numeric ? 'mr-input--num' : ''].filter(Boolean).join(' ')
  const control = (
    <input
      {...controlProps(props)}
      class={className}
      // Preact types one variant per kind of input and cannot see that all of ours take these attributes.
      type={(props.type ?? 'text') as 'text'}
      value={props.value}
      inputmode={props.numeric ? 'numeric' : undefined}
      autocomplete={props.autocomplete}
      maxlength={props.maxLength}
      lang={props.lang}
    />
  )
  return (
    <Field field={props}>
      {props.unit ? (
        <span class="mr-unit">
          {control}
          <span>{props.unit}</span>
        </span>
      ) : (
        control
      )}
    </Field>
  )
}

export type TextAreaProps = FieldBase & { value?: string | undefined; rows?: number | undefined; maxLength?: number | undefined; lang?: string | undefined }

export function TextArea(props: TextAreaProps) {
  return (
    <Field field={props}>
      <textarea {...controlProps(props)} class="mr-area" rows={props.rows ?? 5} maxlength={props.maxLength} lang={props.lang}>
        {props.value}
      </textarea>
    </Field>
  )
}
