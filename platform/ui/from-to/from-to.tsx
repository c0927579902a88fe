import { controlProps, describedBy, Field, FieldGroup, type FieldBase } from '../field/field.tsx'

export type FromToEnd = { name: string; value?: string | undefined; error?: string | undefined }

export type FromToProps = {
  /** Question above both ends: "Jahr". */
  label: string
  /** Unique on the page; the group and its two fields are named by it. */
  id: string
  hint?: string | undefined
  from: FromToEnd
  to: FromToEnd
  words: { from: string; to: string }
  /** Numbers, with a numeric keyboard. */
  numeric?: boolean | undefined
}

/** Two ends of a range as text, so that years, numbers and days can be typed as one writes them. */
export function FromTo({ label, id, hint, from, to, words, numeric }: FromToProps) {
  const group: FieldBase = { name: id, id, label, hint }
  return (
    <FieldGroup field={group}>
      <div class="mr-fromto">
        {[{ end: from, word: words.from, key: 'from' }, { end: to, word: words.to, key: 'to' }].map(({ end, word, key }) => {
          const field: FieldBase = { name: end.name, id: `${id}-${key}`, label: word, error: end.error }
          return (
            <Field key={key} field={field}>
              <input
                {...controlProps(field)}
                class={numeric ? 'mr-input mr-input--num' : 'mr-input'}
                type="text"
                inputmode={numeric ? 'decimal' : undefined}
                value={end.value}
                autocomplete="off"
                aria-describedby={[hint ? describedBy(group) : '', describedBy(field)].filter(Boolean).join(' ') || undefined}
              />
            </Field>
          )
        })}
      </div>
    </FieldGroup>
  )
}
