import { Button, DataTable, EmptyState, ErrorSummary, Form, FormEnd, LinkButton, Note, PageHead, Radios, Row, Section, Stack, Tag, TextArea } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import type { Cell, TableAnswer } from '../../store/schema.ts'
import type { FileVersion } from '../../version/schema.ts'
import type { Scan, ScanFinding } from '../schema.ts'

export type ScanPageProps = {
  t: PageT
  csrf: string
  version: FileVersion
  scan: Scan | undefined
  findings: readonly ScanFinding[]
  rows: TableAnswer | undefined
  mayDecide: boolean
  inReview: boolean
  /** The finding whose form was refused. */
  open: string | undefined
  typed: Typed
  errors: FormErrors
  saved: boolean
}

/** What looks like people in a file, each with what to do about it. */
export function ScanPage(props: ScanPageProps) {
  const { t, version, findings, errors, saved, inReview, open } = props
  const serious = findings.filter((finding) => finding.serious)
  const notes = findings.filter((finding) => !finding.serious)
  const listed = Object.entries(errors).map(([field, text]) => ({ field: `${field}-${open}`, text }))
  return (
    <>
      {listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null}
      {saved ? <Note kind="ok" level={0} role="status" title={t('scan.saved')} /> : null}
      <PageHead title={t('scan.title-of', { file: version.name })} lead={leadOf(props, serious)}>
        <Row>
          {inReview ? <LinkButton kind="quiet" href={`/open-data/review/${version.datasetId}`}>{t('review.back')}</LinkButton> : <LinkButton kind="quiet" href={`/open-data/draft/${version.datasetId}`}>{t('review.to-draft')}</LinkButton>}
        </Row>
      </PageHead>
      <Stack gap="l">
        <Again {...props} />
        {serious.map((finding) => (
          <Finding key={finding.id} {...props} finding={finding} />
        ))}
        {notes.length > 0 ? (
          <Section id="notes" title={t('scan.notes')}>
            <p>{t('scan.notes-lead')}</p>
            <ul>
              {notes.map((finding) => (
                <li key={finding.id}>{sentence(t, finding)}</li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Preview {...props} />
      </Stack>
    </>
  )
}

function leadOf({ t, version, scan }: ScanPageProps, serious: readonly ScanFinding[]): string {
  if (version.tableFile === null) return t('scan.no-table')
  if (!scan) return t('scan.running')
  if (scan.state === 'failed') return t('scan.failed')
  const open = serious.filter(({ decision }) => decision === null).length
  if (open > 0) return t('scan.open', { n: open })
  return serious.length > 0 ? t('scan.all-decided') : t('scan.clean', { rows: scan.rowCount, columns: scan.columnCount })
}

function Again({ t, csrf, version, scan, mayDecide }: ScanPageProps) {
  if (!mayDecide || version.tableFile === null || scan?.state === 'done') return null
  return (
    <Form action={`/open-data/scan/${version.id}/again`} csrf={csrf} bare>
      <Button kind="quiet">{t('scan.again')}</Button>
    </Form>
  )
}

const sentence = (t: PageT, { kind, fields, hits, ofRows }: ScanFinding): string => t('scan.sentence', { what: t(`scan.kind.${kind}`), columns: fields.map((field) => t.format.quote(field)), hits, rows: ofRows })

function Finding(props: ScanPageProps & { finding: ScanFinding }) {
  const { t, finding } = props
  const { kind, examples, decision, reason } = finding
  return (
    <Section id={`finding-${finding.id}`} title={t('scan.heading', { what: t(`scan.kind.${kind}`), columns: finding.fields })}>
      <p>
        <Tag kind={decision === null ? 'warn' : 'ok'}>{decision === null ? t('scan.undecided') : t(`scan.decision.${decision}`)}</Tag> {sentence(t, finding)}
      </p>
      {examples.length > 0 ? (
        <p>
          {t('scan.examples')} {examples.map((example) => <code key={example}>{example} </code>)}
        </p>
      ) : null}
      <p>{t(`scan.advice.${kind}`)}</p>
      {decision === null ? null : <p class="mr-muted">{t('scan.because', { reason })}</p>}
      <DecisionForm {...props} />
    </Section>
  )
}

function DecisionForm({ t, csrf, version, finding, mayDecide, open, typed, errors }: ScanPageProps & { finding: ScanFinding }) {
  if (!mayDecide) return null
  const here = open === finding.id
  const [values, wrong] = here ? [typed, errors] : [{ decision: finding.decision ?? '', reason: finding.reason }, {} as FormErrors]
  const form = (
    <Form action={`/open-data/scan/${version.id}/${finding.id}`} csrf={csrf} label={t('scan.form-of', { what: t('scan.heading', { what: t(`scan.kind.${finding.kind}`), columns: finding.fields }) })}>
      <Radios
        name="decision"
        id={`decision-${finding.id}`}
        label={t('scan.form.decision')}
        value={typedOf(values, 'decision')}
        error={wrong['decision']}
        choices={(['false-alarm', 'aggregated', 'allowed'] as const).map((value) => ({ value, label: t(`scan.decision.${value}`), hint: t(`scan.decision.${value}-hint`) }))}
      />
      <TextArea name="reason" id={`reason-${finding.id}`} label={t('scan.form.reason')} hint={t('scan.form.reason-hint')} value={typedOf(values, 'reason')} error={wrong['reason']} rows={2} maxLength={1_000} />
      <FormEnd>
        <Button>{t('scan.form.save')}</Button>
      </FormEnd>
    </Form>
  )
  if (finding.decision === null || here) return form
  return (
    <details>
      <summary>{t('scan.change')}</summary>
      {form}
    </details>
  )
}

function Preview({ t, rows, version }: ScanPageProps) {
  if (!rows) return null
  return (
    <Section id="rows" title={t('scan.rows')}>
      <DataTable
        id="first-rows"
        caption={t('review.list-of', { what: t('scan.rows') })}
        captionNote={version.rowCount === null ? undefined : t('scan.rows-of', { n: rows.rows.length, of: version.rowCount })}
        rows={rows.rows}
        empty={<EmptyState icon="table" title={t('scan.no-rows')} text={t('scan.no-table')} />}
        columns={rows.fields.map((field, at) => ({ key: field.id, head: field.label ?? field.id, cell: (row: readonly Cell[]) => cellText(row[at]), ...((field.type === 'int' || field.type === 'numeric') && { align: 'end' as const }) }))}
      />
    </Section>
  )
}

const cellText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell).slice(0, 80) : String(cell).slice(0, 200))
