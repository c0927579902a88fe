import { Button, ErrorSummary, FormEnd, LinkButton } from '@modellregion/ui'
import type { FormProps } from '../props.ts'

/** All mistakes on top, each a link to its field. */
export function Mistakes({ errors, errorTitle }: Pick<FormProps, 'errors' | 'errorTitle'>) {
  return <ErrorSummary title={errorTitle} errors={Object.entries(errors).map(([field, text]) => ({ field, text }))} />
}

/** A field that people do not see and machines fill in. */
export function Trap({ label }: { label: string }) {
  return (
    <div class="mr-vh" aria-hidden="true">
      <label>
        {label}
        <input name="website" tabindex={-1} autocomplete="off" />
      </label>
    </div>
  )
}

/** The button that sends the form, and the way out. */
export function Ending({ send, leave, href }: { send: string; leave: string; href: string }) {
  return (
    <FormEnd>
      <Button>{send}</Button>
      <LinkButton kind="bare" href={href}>
        {leave}
      </LinkButton>
    </FormEnd>
  )
}

/** Text of people as paragraphs; nothing of it is markup. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter(Boolean)
        .map((paragraph, at) => (
          <p key={at}>
            {paragraph.split('\n').flatMap((line, place) => (place === 0 ? [line] : [<br key={place} />, line]))}
          </p>
        ))}
    </>
  )
}
