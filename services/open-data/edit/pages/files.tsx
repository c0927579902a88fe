import { Button, EmptyState, FileField, Form, FormEnd, Island, LinkButton, Note, Panel, Progress, Radios, Row, Tag, TextField, type TagKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { FileRow, FileState } from '../file-view.ts'
import { AnswerField, type FieldView } from './answer-field.tsx'
import { Editor, NewsNote, type EditorHead } from './editor.tsx'
import { Upload } from './edit-upload.island.tsx'
import { QualityPanel, type Quality } from './quality-panel.tsx'

export type FilesProps = {
  t: T
  csrf: string
  head: EditorHead
  revision: number
  files: readonly FileRow[]
  licences: readonly { value: string; label: string; hint: string }[]
  license: FieldView
  attribution: FieldView
  /** What was wrong with the upload or the address. */
  refused: { field: 'upload' | 'url'; text: string } | undefined
  typedUrl: string
  errorTitle: string
  news: { by: string | undefined; labels: readonly string[] } | undefined
  /** A file that is being fetched. */
  fetching: { share: number; text: string; failed: boolean } | undefined
  quality: Quality
}

/** Files: bring them, see what they are, give them a licence. */
export function FilesPage(props: FilesProps) {
  const { t, csrf, head, revision, files, licences, license, attribution, refused, errorTitle, news, fetching, quality } = props
  const errors = [...(refused ? [{ field: refused.field, text: refused.text }] : []), ...[license, attribution].flatMap(({ question, error }) => (error === undefined ? [] : [{ field: question.name, text: error }]))]
  const base = `/open-data/draft/${head.id}/files`
  return (
    <Editor t={t} head={head} errors={errors} errorTitle={errorTitle} notes={news && <NewsNote t={t} {...news} />} aside={<QualityPanel t={t} quality={quality} />}>
      {fetching ? fetching.failed ? <Note kind="bad" title={t('edit.files.not-fetched')}>{fetching.text}</Note> : <Progress id="fetching" label={t('edit.files.fetching')} text={fetching.text} value={fetching.share} max={1} /> : null}
      <div id="files" class="mr-stack">
        {files.length === 0 ? <EmptyState level={2} title={t('edit.files.none')} text={t('edit.files.none-next')} icon="file" /> : files.map((file, at) => <FilePanel key={file.id} t={t} csrf={csrf} base={base} file={file} first={at === 0} last={at === files.length - 1} />)}
      </div>
      <Panel title={t('edit.files.add')} act={files.length === 0}>
        <Form action={`${base}/upload`} csrf={csrf} multipart label={t('edit.files.upload')}>
          <FileField name="upload" label={t('edit.files.choose')} hint={t('edit.files.choose.hint')} error={refused?.field === 'upload' ? refused.text : undefined} multiple />
          <Island name="edit-upload" of={Upload} props={{ field: 'upload', after: base, words: { drop: t('edit.upload.drop'), sending: t('edit.upload.sending'), looking: t('edit.upload.looking'), failed: t('edit.upload.failed') } }} />
          <FormEnd>
            <Button kind={files.length === 0 ? 'primary' : 'quiet'} icon="upload">
              {t('edit.files.upload')}
            </Button>
          </FormEnd>
        </Form>
        <details class="mr-details" open={refused?.field === 'url'}>
          <summary>{t('edit.files.from-address')}</summary>
          <Form action={`${base}/address`} csrf={csrf} label={t('edit.files.from-address')}>
            <TextField name="url" type="url" label={t('edit.files.url')} value={props.typedUrl} error={refused?.field === 'url' ? refused.text : undefined} maxLength={2_000} />
            <Radios
              name="how"
              label={t('edit.files.how')}
              value="fetch"
              choices={[
                { value: 'fetch', label: t('edit.files.fetch'), hint: t('edit.files.fetch.hint') },
                { value: 'link', label: t('edit.files.link'), hint: t('edit.files.link.hint') },
              ]}
            />
            <FormEnd>
              <Button kind="quiet">{t('edit.files.take')}</Button>
            </FormEnd>
          </Form>
        </details>
      </Panel>
      <Form id="editor" action={base} csrf={csrf} hidden={{ revision: String(revision) }}>
        {files.length > 0 ? (
          <>
            <Radios name="license-all" label={license.label} hint={license.hint} error={license.error} value={String(license.value)} choices={licences} />
            <AnswerField t={t} field={attribution} />
          </>
        ) : null}
        <FormEnd>
          <Button name="go" value="next" kind={files.length === 0 ? 'quiet' : 'primary'}>
            {t(files.length === 0 ? 'edit.later' : 'edit.next')}
          </Button>
        </FormEnd>
      </Form>
    </Editor>
  )
}

const looks: Readonly<Record<FileState, TagKind>> = { linked: 'plain', coming: 'info', waiting: 'info', table: 'ok', plain: 'plain', refused: 'bad' }

function FilePanel({ t, csrf, base, file, first, last }: { t: T; csrf: string; base: string; file: FileRow; first: boolean; last: boolean }) {
  const act = (name: string, label: string, icon: 'chevron-up' | 'chevron-down') => (
    <Form bare action={`${base}/${file.id}/${name}`} csrf={csrf} label={`${label}: ${file.title}`}>
      <Button kind="bare" small icon={icon} iconOnly>
        {`${label}: ${file.title}`}
      </Button>
    </Form>
  )
  return (
    <Panel
      title={file.title}
      aside={
        <Row>
          {first ? null : act('up', t('edit.files.up'), 'chevron-up')}
          {last ? null : act('down', t('edit.files.down'), 'chevron-down')}
        </Row>
      }
    >
      <Row>
        {file.format ? <Tag>{file.format}</Tag> : null}
        <Tag kind={looks[file.state]}>{file.state === 'table' ? t('edit.files.table', { rows: file.rows ?? 0 }) : t(`edit.files.state.${file.state}`)}</Tag>
        {file.size ? <span class="mr-num">{file.size}</span> : null}
        {file.version && file.version.number > 1 ? <span>{t('edit.files.version', { number: file.version.number })}</span> : null}
        {file.stops > 0 ? <Tag kind="bad">{t.count('edit.files.stops', file.stops)}</Tag> : null}
        {file.warnings > 0 ? <Tag kind="warn">{t.count('edit.files.warnings', file.warnings)}</Tag> : null}
      </Row>
      {file.address ? <p class="mr-small"><a href={file.address}>{file.address}</a></p> : null}
      <Row>
        {file.version ? (
          <LinkButton small kind="quiet" href={`/open-data/version/${file.version.id}/inspection`}>
            {t(file.stops + file.warnings > 0 ? 'edit.files.mend' : 'edit.files.look')}
          </LinkButton>
        ) : null}
        <LinkButton small kind="quiet" href={`${base}/${file.id}`}>
          {t('edit.files.describe')}
        </LinkButton>
        <Form bare action={`${base}/${file.id}/remove`} csrf={csrf} label={t('edit.files.remove-of', { title: file.title })}>
          <Button small kind="bare" icon="bin">
            {t('edit.files.remove')}
          </Button>
        </Form>
      </Row>
    </Panel>
  )
}
