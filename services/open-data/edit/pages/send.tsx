import { Button, DataTable, DescriptionList, Form, FormEnd, LinkButton, Note, Panel, Row, Section, Stack, Tag, TextArea, TextField } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Step } from '../schema.ts'
import type { Remark } from './answer-field.tsx'
import { Editor, type EditorHead } from './editor.tsx'
import { QualityPanel, type Quality } from './quality-panel.tsx'

export type FindingView = Remark & { file: string | undefined; href: string }
/** An answer as published and as it would be. */
export type Change = { label: string; before: string; after: string }
export type SendProps = {
  t: T
  csrf: string
  head: EditorHead
  revision: number
  /** Why the draft was given back. */
  reasons: readonly string[]
  /** False while others have it: then there is nothing to send. */
  open: boolean
  findings: readonly FindingView[]
  files: readonly { name: string; waiting: boolean; stops: number; warnings: number; href: string | undefined }[]
  summary: readonly { step: Step; href: string; answers: readonly { term: string; value: string }[] }[]
  /** What is new against the published dataset; undefined when nothing is published yet. */
  changes: readonly Change[] | undefined
  quality: Quality
}

/** Look over and send in. */
export function SendPage(props: SendProps) {
  const { t, csrf, head, revision, reasons, open, findings, files, summary, changes, quality } = props
  const necessary = findings.filter(({ severity }) => severity === 'violation').length
  const waiting = files.some((file) => file.waiting)
  const stopped = files.reduce((sum, { stops }) => sum + stops, 0)
  const notYet = necessary > 0 ? t.count('edit.send.necessary', necessary) : waiting ? t('edit.send.waiting') : stopped > 0 ? t('edit.send.stopped') : undefined
  return (
    <Editor t={t} head={head} errors={[]} errorTitle="" notes={reasons.length > 0 ? <Reasons t={t} reasons={reasons} /> : open ? undefined : <Note title={t('edit.send.with-others')} />} aside={<QualityPanel t={t} quality={quality} />}>
      <Panel title={t('edit.send.findings')} aside={findings.length > 0 ? String(findings.length) : undefined}>
        <div id="findings" class="mr-stack-s">
          {findings.length === 0 ? <p>{t('edit.send.no-findings')}</p> : null}
          <ul class="mr-list mr-stack-s">
            {findings.map((finding) => (
              <li key={`${finding.href}${finding.text}`}>
                <Finding t={t} finding={finding} />
              </li>
            ))}
          </ul>
          {files.filter((file) => file.waiting || file.stops + file.warnings > 0).map(({ name, waiting, stops, warnings, href }) => (
            <p key={name}>
              {waiting ? <Tag kind="info">{t('edit.files.state.waiting')}</Tag> : stops > 0 ? <Tag kind="bad">{t.count('edit.files.stops', stops)}</Tag> : <Tag kind="warn">{t.count('edit.files.warnings', warnings)}</Tag>} {href ? <a href={href}>{name}</a> : name}
            </p>
          ))}
        </div>
      </Panel>
      {changes ? <Changes t={t} changes={changes} /> : null}
      <Section id="summary" title={t('edit.send.summary')}>
        <Stack>
        {summary.map(({ step, href, answers }) => (
          <Panel key={step} level={3} title={t(`edit.step.${step}`)} aside={<a href={href}>{t('edit.send.change', { step: t(`edit.step.${step}`) })}</a>}>
            {answers.length > 0 ? <DescriptionList entries={answers} /> : <p>{t('edit.no-answer')}</p>}
          </Panel>
        ))}
        <Panel level={3} title={t('edit.step.files')} aside={<a href={`/open-data/draft/${head.id}/files`}>{t('edit.send.change', { step: t('edit.step.files') })}</a>}>
          {files.length > 0 ? <ul class="mr-list">{files.map(({ name }) => <li key={name}>{name}</li>)}</ul> : <p>{t('edit.files.none')}</p>}
        </Panel>
        </Stack>
      </Section>
      <Row>
        <LinkButton kind="quiet" href={`/open-data/draft/${head.id}/preview`}>
          {t('edit.send.preview')}
        </LinkButton>
        <LinkButton kind="quiet" href={`/open-data/draft/${head.id}/template`}>
          {t('edit.template.save')}
        </LinkButton>
        {open ? (
          <LinkButton kind="bare" icon="bin" href={`/open-data/draft/${head.id}/delete`}>
            {t('edit.delete.title')}
          </LinkButton>
        ) : null}
      </Row>
      {open ? (
        <Panel act title={t('edit.send.submit')}>
          <Form action={`/open-data/draft/${head.id}/submit`} csrf={csrf} hidden={{ revision: String(revision) }}>
            <TextField name="releaseAt" type="datetime-local" label={t('edit.send.release')} hint={t('edit.send.release.hint')} width={20} />
            <TextArea name="note" label={t('edit.send.note')} hint={t('edit.send.note.hint')} rows={3} maxLength={2_000} />
            <FormEnd>
              <Button icon="send" notYet={notYet}>
                {t('edit.send.submit')}
              </Button>
            </FormEnd>
          </Form>
        </Panel>
      ) : null}
    </Editor>
  )
}

const looks = { violation: 'bad', warning: 'warn', advice: 'info' } as const

function Finding({ t, finding: { severity, text, next, file, href } }: { t: T; finding: FindingView }) {
  return (
    <>
      <Tag kind={looks[severity]}>{t(`edit.severity.${severity}`)}</Tag> <a href={href}>{text}</a> {file ? `(${file})` : null}
      {next ? <p class="mr-small mr-muted">{next}</p> : null}
    </>
  )
}

function Reasons({ t, reasons }: { t: T; reasons: readonly string[] }) {
  return (
    <Note kind="warn" title={t('edit.send.returned')}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Note>
  )
}

function Changes({ t, changes }: { t: T; changes: NonNullable<SendProps['changes']> }) {
  return (
    <Section id="changes" title={t('edit.send.changes')}>
      <DataTable
        id="change-list"
        caption={t('edit.send.changes')}
        hideCaption
        rows={changes}
        rowKey={({ label }) => label}
        empty={<p>{t('edit.send.no-changes')}</p>}
        columns={[
          { key: 'what', head: t('edit.send.what'), rowHead: true, cell: ({ label }) => label },
          { key: 'before', head: t('edit.send.before'), cell: ({ before }) => before || t('edit.no-answer') },
          { key: 'after', head: t('edit.send.after'), cell: ({ after }) => after || t('edit.no-answer') },
        ]}
      />
    </Section>
  )
}
