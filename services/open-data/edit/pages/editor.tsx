import { ErrorSummary, LinkButton, Note, PageHead, SaveState, Split, Stepper } from '@modellregion/ui'
import type { ComponentChildren } from 'preact'
import type { T } from '../../locales/index.ts'
import { steps, type Step } from '../schema.ts'

export type EditorHead = {
  id: string
  title: string
  step: Step
  /** Steps in which nothing necessary is missing. */
  done: readonly Step[]
  changedAt: Date
}

export type EditorProps = {
  t: T
  head: EditorHead
  errors: readonly { field: string; text: string }[]
  errorTitle: string
  /** Above the questions, such as what somebody else has changed. */
  notes?: ComponentChildren
  /** Beside the questions. */
  aside: ComponentChildren
  children: ComponentChildren
}

/** Every page of the editor: where one is, that it is saved, what is wrong; questions and, beside them, what they are worth. */
export function Editor({ t, head, errors, errorTitle, notes, aside, children }: EditorProps) {
  const { id, step, done } = head
  return (
    <>
      <ErrorSummary title={errorTitle} errors={errors} />
      <p class="mr-small mr-muted">{head.title}</p>
      <Stepper
        label={t('edit.steps')}
        words={{ done: t('edit.step-done') }}
        steps={steps.map((one) => ({ label: t(`edit.step.${one}`), state: one === step ? 'current' : done.includes(one) ? 'done' : 'open', href: `/open-data/draft/${id}/${one}` }))}
      />
      <PageHead title={t(`edit.step.${step}.title`)} lead={t(`edit.step.${step}.lead`)} />
      {notes}
      <Split>
        <div class="mr-stack">{children}</div>
        <div class="mr-stack">
          <SaveState state="saved" text={t('edit.saved-at', { moment: head.changedAt })} />
          {aside}
          <LinkButton kind="bare" icon="arrow-left" href="/open-data/workshop">
            {t('edit.leave')}
          </LinkButton>
        </div>
      </Split>
    </>
  )
}

/** What somebody else has changed while the person was writing; both are saved. */
export function NewsNote({ t, by, labels }: { t: T; by: string | undefined; labels: readonly string[] }) {
  return (
    <Note title={t('edit.news.title')} role="status">
      {t('edit.news.text', { by: by ?? t('edit.somebody'), fields: labels })}
    </Note>
  )
}
