import { Button, DataTable, ErrorSummary, Form, Grid, KeyFigure, LinkButton, Note, PageHead, Progress, Section, Stack } from '@modellregion/ui'
import type { Inspection } from '../../inspect/schema.ts'
import type { FieldType } from '../../store/schema.ts'
import type { T } from '../../locales/index.ts'
import type { FindingView } from '../finding-view.ts'
import { Findings } from './findings.tsx'
import { ReadingForm, type ReadingFormProps } from './reading-form.tsx'

export type InspectionPageProps = {
  t: T
  csrf: string
  path: string
  lead: string
  back: string | undefined
  /** Waiting or being looked at. */
  working: boolean
  progress: { share: number | undefined; text: string } | undefined
  failed: boolean
  open: boolean
  saved: boolean
  inspection: Inspection | null
  names: readonly string[]
  rows: number | null
  rejected: number
  rejectedRows: readonly { line: string; reason: string; detail: string; text: string }[]
  findings: readonly FindingView[]
  form: Omit<ReadingFormProps, 't' | 'csrf' | 'path' | 'inspection'>
}

/** What looking at an uploaded file has brought, and how it is mended. */
export function InspectionPage(props: InspectionPageProps) {
  const { t, csrf, path, working, failed, open, saved, inspection, form } = props
  const errors = Object.entries(form.errors).map(([field, text]) => ({ field, text }))
  return (
    <>
      {errors.length > 0 ? <ErrorSummary title={t('load.errors')} errors={errors} /> : null}
      {saved && !working ? <Note kind="ok" level={0} role="status" title={t('load.saved')} /> : null}
      <PageHead title={t('load.title')} lead={props.lead}>
        {props.back ? (
          <LinkButton kind="bare" icon="arrow-left" href={props.back}>
            {t('load.back')}
          </LinkButton>
        ) : null}
      </PageHead>
      <Stack gap="l">
        {working ? <Working {...props} /> : null}
        {!working && !open ? <Note title={t('load.read-only')}>{t('load.read-only-text')}</Note> : null}
        {!working && inspection ? (
          <>
            <Figures {...props} />
            <Findings t={t} csrf={csrf} path={path} findings={props.findings} open={open} />
            <FirstRows {...props} />
            <Rejected {...props} />
            {open && inspection.kind !== 'other' ? <ReadingForm t={t} csrf={csrf} path={path} inspection={inspection} {...form} /> : null}
          </>
        ) : null}
        {failed && open ? (
          <Form action={`${path}/again`} csrf={csrf} bare>
            <Button kind="quiet" icon="history">
              {t('load.again')}
            </Button>
          </Form>
        ) : null}
      </Stack>
    </>
  )
}

function Working({ t, progress, failed }: InspectionPageProps) {
  if (failed) return <Note kind="bad" role="alert" title={t('load.failed')}>{t('load.failed-text')}</Note>
  return <Progress id="load" label={t('load.working')} text={progress?.text || t('load.working-lead')} value={progress?.share} max={1} />
}

function Figures({ t, rows, rejected, names, findings }: InspectionPageProps) {
  const pressing = findings.filter(({ severity }) => severity === 'stop' || severity === 'warn').length
  if (rows === null) return null
  return (
    <Grid min={15}>
      <KeyFigure label={t('load.figure.rows')} value={t.format.number(rows)} />
      <KeyFigure label={t('load.figure.columns')} value={t.format.number(names.length)} />
      <KeyFigure label={t('load.figure.rejected')} value={t.format.number(rejected)} />
      <KeyFigure label={t('load.figure.findings')} value={t.format.number(pressing)} />
    </Grid>
  )
}

function FirstRows({ t, inspection, names }: InspectionPageProps) {
  const rows = inspection?.firstRows ?? []
  if (rows.length === 0) return null
  const isNumber = (index: number) => ['int', 'numeric'].includes(inspection?.columns[index]?.type ?? '')
  return (
    <Section id="first-rows" title={t('load.first-rows')}>
      <DataTable
        id="first"
        kind="work"
        caption={t('load.first-rows')}
        hideCaption
        rows={rows.map((cells, index) => ({ cells, number: index + 1 }))}
        columns={[
          { key: '_id', head: t('load.row'), align: 'end', rowHead: true, cell: ({ number }) => number },
          ...names.map((name, index) => ({ key: `c${index}`, head: name, ...(isNumber(index) && { align: 'end' as const }), cell: ({ cells }: { cells: readonly (string | null)[] }) => cellText(t, inspection?.columns[index]?.type, cells[index]) ?? <span class="mr-muted">{t('load.empty-cell')}</span> })),
        ]}
      />
    </Section>
  )
}

/** A value as people write it; whole numbers keep their figures, because many are numbers of things. */
function cellText(t: T, type: FieldType | undefined, text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  if (type === 'numeric' && /^-?\d{1,15}(?:\.\d+)?$/.test(text)) return t.format.number(Number(text), text.split('.')[1]?.length ?? 0)
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return t.format.date(new Date(`${text}T12:00:00Z`))
  return text
}

function Rejected({ t, path, rejected, rejectedRows }: InspectionPageProps) {
  if (rejected === 0) return null
  return (
    <Section id="rejected" title={t('load.rejected')}>
      <Stack>
        <p>{t('load.rejected-text', { n: rejected })}</p>
        <DataTable
          id="rejected-rows"
          kind="work"
          caption={t('load.rejected')}
          hideCaption
          rows={rejectedRows}
          columns={[
            { key: 'line', head: t('load.rejected.line'), align: 'end', rowHead: true, cell: ({ line }) => line },
            { key: 'reason', head: t('load.rejected.reason'), cell: ({ reason }) => reason },
            { key: 'detail', head: t('load.rejected.detail'), cell: ({ detail }) => detail },
            { key: 'text', head: t('load.rejected.text'), cell: ({ text }) => <code>{text}</code> },
          ]}
        />
        <LinkButton kind="quiet" icon="download" href={`${path.replace(/inspection$/, 'rejected.csv')}`}>
          {t('load.rejected-download')}
        </LinkButton>
      </Stack>
    </Section>
  )
}
