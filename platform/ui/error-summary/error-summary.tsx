import { Hy } from '../hyphenation/hy.tsx'

export type FieldError = {
  /** Id of the control (`fieldId`); without it the line is plain text. */
  field?: string | undefined
  text: string
}

/** Above the h1. Announced at once; takes the focus where script runs (island/errors.ts). Nothing when there are no errors. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="mr-errors" role="alert" aria-labelledby="errors-title" tabindex={-1} data-errors>
      <h2 id="errors-title">
        <Hy>{title}</Hy>
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field ?? ''}${error.text}`}>{error.field ? <a href={`#${error.field}`}>{error.text}</a> : <p>{error.text}</p>}</li>
        ))}
      </ul>
    </div>
  )
}
