import { ErrorSummary, Island, LinkButton, Note, PageHead, SaveState, Split, Stepper } from '@modellregion/ui'
import type { ComponentChildren } from 'preact'
import type { T } from '../../locales/index.ts'
import { steps, type Step } from '../schema.ts'
import { Autosave } from './edit-autosave.island.tsx'

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
  /** Instead of the question of the step. */
  title?: string
  lead?: string
  errors: readonly { field: string; text: string }[]
  errorTitle: string
  /** Where the form is sent while somebody types. */
  autosave?: string | undefined
  /** Above the questions, such as what somebody else has changed. */
  notes?: ComponentChildren
  /** Beside the questions. */
  aside: ComponentChildren
  children: ComponentChildren
}

/** Every page of the editor: where one is, that it is saved, what is wrong; questions and, beside them, what they are worth. */
export function Editor({ t, head, title, lead, errors, errorTitle, autosave, notes, aside, children }: EditorProps) {
  const { id, step, done } = head
  return (
    <>
      <ErrorSummary title={errorTitle} errors={errors} />
      <div class="mr-stack">
        <p class="mr-small mr-muted">{head.title}</p>
        <Stepper
          label={t('edit.steps')}
          words={{ done: t('edit.step-done') }}
          steps={steps.map((one) => ({ label: t(`edit.step.${one}`), state: one === step ? 'current' : done.includes(one) ? 'done' : 'open', href: `/open-data/draft/${id}/${one}` }))}
        />
      </div>
      <PageHead title={title ?? t(`edit.step.${step}.title`)} lead={lead ?? t(`edit.step.${step}.lead`)} />
      {notes}
      <Split>
        <div class="mr-stack">{children}</div>
        <div class="mr-stack">
          <Saved t={t} head={head} autosave={autosave} />
          {aside}
          <LinkButton kind="bare" icon="arrow-left" href="/open-data/workshop">
            {t('edit.leave')}
          </LinkButton>
        </div>
      </Split>
    </>
  )
}

function Saved({ t, head, autosave }: Pick<EditorProps, 't' | 'head' | 'autosave'>) {
  const saved = t('edit.saved-at', { moment: head.changedAt })
  if (autosave === undefined) return <SaveState state="saved" text={saved} />
  const words = { saving: t('edit.autosave.saving'), offline: t('edit.autosave.offline'), conflict: t('edit.autosave.conflict'), fresh: t('edit.autosave.fresh') }
  return <Island name="edit-autosave" of={Autosave} props={{ form: 'editor', to: autosave, saved, words }} />
}

/** What somebody else has changed while the person was writing; both are saved. */
export function NewsNote({ t, by, labels }: { t: T; by: string | undefined; labels: readonly string[] }) {
  return (
    <Note title={t('edit.news.title')} role="status">
      {t('edit.news.text', { by: by ?? t('edit.somebody'), fields: labels })}
    </Note>
  )
}
