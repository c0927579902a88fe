import type { ComponentChildren } from 'preact'
import { ErrorSummary, Note, PageHead, Stack } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Errors } from '../../forms/errors.ts'

type Props = {
  t: Say<KernelWords>
  title: string
  lead?: ComponentChildren
  errors?: Errors | undefined
  /** What was just done, as a sentence. */
  done?: string | undefined
  actions?: ComponentChildren
  children: ComponentChildren
}

/** Head of every page of the console: what went wrong or well, then the heading, then the content. */
export function Console({ t, title, lead, errors = {}, done, actions, children }: Props) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {done === undefined ? null : <Note kind="ok" level={0} role="status" title={done} />}
      <PageHead title={title} lead={lead}>
        {actions}
      </PageHead>
      <Stack gap="l">{children}</Stack>
    </>
  )
}
