import { Accordion, Button, Form, FormEnd, Select } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { AnswerField, type FieldView } from './answer-field.tsx'
import { Editor, NewsNote, type EditorHead } from './editor.tsx'
import { QualityPanel, type Quality } from './quality-panel.tsx'

export type StepProps = {
  t: T
  csrf: string
  head: EditorHead
  revision: number
  fields: readonly FieldView[]
  /** The person wanted to go on, and something necessary is missing: then going on without is a button of its own. */
  held: boolean
  errorTitle: string
  news: { by: string | undefined; labels: readonly string[] } | undefined
  organisation: { value: string; choices: readonly { value: string; label: string }[] } | undefined
  quality: Quality
}

/** A step made of questions: the usual ones open, the rare ones on request. */
export function StepPage({ t, csrf, head, revision, fields, held, errorTitle, news, organisation, quality }: StepProps) {
  const [open, folded] = [fields.filter(({ question }) => !question.folded), fields.filter(({ question }) => question.folded)]
  const errors = fields.flatMap(({ question, error }) => (error === undefined ? [] : [{ field: question.name, text: error }]))
  const show = (field: FieldView) => <AnswerField key={field.question.name} t={t} field={field} />
  return (
    <Editor t={t} head={head} errors={errors} errorTitle={errorTitle} autosave={`/open-data/draft/${head.id}/${head.step}/autosave`} notes={news && <NewsNote t={t} {...news} />} aside={<QualityPanel t={t} quality={quality} />}>
      <Form id="editor" action={`/open-data/draft/${head.id}/${head.step}`} csrf={csrf} hidden={{ revision: String(revision) }}>
        {organisation ? <Select name="organisation" label={t('edit.field.organisation')} hint={t('edit.field.organisation.hint')} value={organisation.value} choices={organisation.choices} /> : null}
        {open.map(show)}
        {folded.length > 0 ? <Accordion items={[{ title: t('edit.more'), open: folded.some(({ error }) => error !== undefined), body: <div class="mr-form">{folded.map(show)}</div> }]} /> : null}
        <FormEnd>
          <Button name="go" value="next">
            {t('edit.next')}
          </Button>
          {held ? (
            <Button kind="quiet" name="go" value="later">
              {t('edit.later')}
            </Button>
          ) : (
            <Button kind="quiet" name="go" value="stay">
              {t('edit.save')}
            </Button>
          )}
        </FormEnd>
      </Form>
    </Editor>
  )
}
