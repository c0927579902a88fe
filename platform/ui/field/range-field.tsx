import { controlProps, describedBy, fieldId, Field, type FieldBase } from './field.tsx'

export type RangeFieldProps = FieldBase & {
  value: number
  min: number
  max: number
  step?: number | undefined
  /**
   * The value as a sentence with `{n}` for the number: "Höchstens {n} km um 52062". It is the visible label of the slider
   * and is kept true by script; without script it says the value that was sent.
   */
  sentence: string
  /** A number field beside the slider, when precision matters. Its name is the field's, the slider then has none. */
  precise?: { label: string } | undefined
}

/** Slider whose value stands in words above it; thumb 28 px, row 44 px. */
export function RangeField(props: RangeFieldProps) {
  const id = fieldId(props)
  const [before = '', after = ''] = props.sentence.split('{n}')
  const limits = { min: props.min, max: props.max, step: props.step ?? 1 }
  return (
    <Field field={props}>
      <p class="mr-small">
        {before}
        <output for={id} data-range-value={id}>
          {props.value}
        </output>
        {after}
      </p>
      <div class="mr-rangerow">
        <input {...controlProps(props)} name={props.precise ? undefined : props.name} class="mr-range" type="range" {...limits} value={props.value} />
        {props.precise ? (
          <input
            class="mr-input mr-input--4 mr-input--num"
            id={`${id}-number`}
            name={props.name}
            type="number"
            {...limits}
            value={props.value}
            aria-label={props.precise.label}
            aria-describedby={describedBy(props)}
            data-range-number={id}
          />
        ) : null}
      </div>
    </Field>
  )
}
