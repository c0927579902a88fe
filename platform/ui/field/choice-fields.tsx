import { Hy } from '../hyphenation/hy.tsx'
import { controlProps, describedBy, Field, FieldGroup, fieldId, type FieldBase } from './field.tsx'

export type Choice = {
  value: string
  label: string
  hint?: string | undefined
  /** Not to be chosen now; the hint says why. */
  disabled?: boolean | undefined
}

export type SelectProps = FieldBase & {
  value?: string | undefined
  choices: readonly Choice[]
  /** First row without a value: "Bitte wählen" */
  empty?: string | undefined
}

/** Only from 6 known options on; fewer are radios. */
export function Select(props: SelectProps) {
  return (
    <Field field={props}>
      <select {...controlProps(props)} class="mr-select">
        {props.empty ? <option value="">{props.empty}</option> : null}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === props.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

type BoxProps = { type: 'checkbox' | 'radio'; id: string; name: string; choice: Choice; checked: boolean; field: FieldBase }

function Box({ type, id, name, choice, checked, field }: BoxProps) {
  return (
    <label class="mr-check">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        disabled={choice.disabled}
        aria-invalid={field.error && type === 'checkbox' ? 'true' : undefined}
        aria-describedby={choice.hint ? `${id}-note` : undefined}
      />
      <span class={choice.disabled ? 'mr-muted' : undefined}>
        <Hy>{choice.label}</Hy>
      </span>
      {choice.hint ? <small id={`${id}-note`}>{choice.hint}</small> : null}
    </label>
  )
}

/** The first box carries the id of the field, so that the error summary leads to it. */
const boxId = (field: FieldBase, at: number): string => (at === 0 ? fieldId(field) : `${fieldId(field)}-${at + 1}`)

export type RadiosProps = FieldBase & { value?: string | undefined; choices: readonly Choice[] }

export function Radios(props: RadiosProps) {
  return (
    <FieldGroup field={props}>
      <div>
        {props.choices.map((choice, at) => (
          <Box key={choice.value} type="radio" id={boxId(props, at)} name={props.name} choice={choice} checked={choice.value === props.value} field={props} />
        ))}
      </div>
    </FieldGroup>
  )
}

export type CheckboxesProps = FieldBase & { values?: readonly string[] | undefined; choices: readonly Choice[] }

export function Checkboxes(props: CheckboxesProps) {
  return (
    <FieldGroup field={props}>
      <div>
        {props.choices.map((choice, at) => (
          <Box
            key={choice.value}
            type="checkbox"
            id={boxId(props, at)}
            name={props.name}
            choice={choice}
            checked={props.values?.includes(choice.value) ?? false}
            field={props}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

export type CheckboxProps = Omit<FieldBase, 'hint' | 'hideLabel'> & { hint?: string | undefined; value?: string | undefined; checked?: boolean | undefined }

/** One yes-or-no question; the box and its label in a frame. */
export function Checkbox(props: CheckboxProps) {
  const id = fieldId(props)
  return (
    <div class={props.error ? 'mr-field mr-field--bad' : 'mr-field'}>
      {props.error ? (
        <p class="mr-error" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
      <label class="mr-check mr-check--box">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'true'}
          checked={props.checked}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(props)}
        />
        <span>
          <Hy>{props.label}</Hy>
          {props.optional ? <span class="mr-field__optional"> {props.optional}</span> : null}
        </span>
        {props.hint ? <small id={`${id}-hint`}>{props.hint}</small> : null}
      </label>
    </div>
  )
}
