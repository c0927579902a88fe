import { describedBy, FieldGroup, fieldId, type FieldBase } from './field.tsx'

export type DateParts = { day: string; month: string; year: string }
export type DatePart = keyof DateParts

/** Names of the three inputs that belong to a date field; the form reader joins them. */
export const dateNames = (name: string): Record<DatePart, string> => ({ day: `${name}-day`, month: `${name}-month`, year: `${name}-year` })

export type DateFieldProps = FieldBase & {
  value?: Partial<DateParts> | undefined
  words: Record<DatePart, string>
  /** Which of the three are wrong; all of them when there is an error and nothing is told. */
  wrong?: readonly DatePart[] | undefined
  /** Autofill for a birthday. */
  birthday?: boolean | undefined
}

/** Three numbers, never a calendar alone (ui.md section 4). Day first has the id of the field. */
export function DateField(props: DateFieldProps) {
  const names = dateNames(props.name)
  const wrong = props.error ? (props.wrong ?? ['day', 'month', 'year']) : []
  return (
    <FieldGroup field={props}>
      <div class="mr-date">
        {(['day', 'month', 'year'] as const).map((part) => {
          const id = part === 'day' ? fieldId(props) : `${fieldId(props)}-${part}`
          return (
            <div key={part}>
              <label for={id}>{props.words[part]}</label>
              <input
                class={part === 'year' ? 'mr-input mr-input--4 mr-input--num' : 'mr-input mr-input--2 mr-input--num'}
                id={id}
                name={names[part]}
                inputmode="numeric"
                maxlength={part === 'year' ? 4 : 2}
                value={props.value?.[part]}
                autocomplete={props.birthday ? `bday-${part}` : 'off'}
                aria-invalid={wrong.includes(part) ? 'true' : undefined}
                aria-describedby={wrong.includes(part) ? describedBy(props) : undefined}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
