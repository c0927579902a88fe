import { Accordion, Button, FileField, Form, FormEnd, LinkButton, Panel, TextField } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { AnswerField, type FieldView } from './answer-field.tsx'
import { Editor, NewsNote, type EditorHead } from './editor.tsx'
import { QualityPanel, type Quality } from './quality-panel.tsx'

export type FileProps = {
  t: T
  csrf: string
  head: EditorHead
  revision: number
  file: string
  fields: readonly FieldView[]
  errorTitle: string
  news: { by: string | undefined; labels: readonly string[] } | undefined
  /** The portal keeps the file itself, so that a new version can take its place. */
  own: boolean
  versions: readonly { id: string; number: number; name: string; note: string; createdAt: Date }[]
  quality: Quality
}

/** One file: what is said about it, and its versions. */
export function FilePage({ t, csrf, head, revision, file, fields, errorTitle, news, own, versions, quality }: FileProps) {
  const [open, folded] = [fields.filter(({ question }) => !question.folded), fields.filter(({ question }) => question.folded)]
  const errors = fields.flatMap(({ question, error }) => (error === undefined ? [] : [{ field: question.name, text: error }]))
  const base = `/open-data/draft/${head.id}/files`
  const show = (field: FieldView) => <AnswerField key={field.question.name} t={t} field={field} />
  return (
    <Editor t={t} head={head} title={t('edit.file.title')} lead={t('edit.file.lead')} errors={errors} errorTitle={errorTitle} notes={news && <NewsNote t={t} {...news} />} aside={<QualityPanel t={t} quality={quality} />}>
      <Form id="editor" action={`${base}/${file}`} csrf={csrf} hidden={{ revision: String(revision) }}>
        {open.map(show)}
        {folded.length > 0 ? <Accordion items={[{ title: t('edit.more'), open: folded.some(({ error }) => error !== undefined), body: <div class="mr-form">{folded.map(show)}</div> }]} /> : null}
        <FormEnd>
          <Button>{t('edit.file.save')}</Button>
          <LinkButton kind="bare" href={base}>
            {t('edit.file.back')}
          </LinkButton>
        </FormEnd>
      </Form>
      {own ? (
        <Panel title={t('edit.file.replace')}>
          <Form action={`${base}/upload?replace=${file}`} csrf={csrf} multipart label={t('edit.file.replace')}>
            <TextField name="note" label={t('edit.file.note')} hint={t('edit.file.note.hint')} maxLength={1_000} />
            <FileField name="upload" label={t('edit.file.newer')} />
            <FormEnd>
              <Button kind="quiet" icon="upload">
                {t('edit.file.replace')}
              </Button>
            </FormEnd>
          </Form>
          {versions.length > 0 ? (
            <ul class="mr-list">
              {versions.map(({ id, number, name, note, createdAt }) => (
                <li key={id}>
                  <a href={`/open-data/version/${id}/inspection`}>{t('edit.file.version', { number, name })}</a> {t.format.dateTime(createdAt)} {note}
                </li>
              ))}
            </ul>
          ) : null}
        </Panel>
      ) : null}
    </Editor>
  )
}
