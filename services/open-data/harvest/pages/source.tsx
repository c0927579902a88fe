import { Button, DataTable, DescriptionList, EmptyState, Form, Note, PageHead, Row, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { noCounts, outcomes, type Counts, type HarvestRun, type Source } from '../schema.ts'
import { JobNote, nextStep, RunTag, type ShownJob } from './state.tsx'

export type SourcePageProps = {
  t: T
  csrf: string
  source: Source
  runs: readonly HarvestRun[]
  counts: ReadonlyMap<string, Counts>
  job: ShownJob | undefined
  saved: boolean
  mayStart: boolean
  mayChange: boolean
}

/** One source: what it is, what happens to it, its runs. */
export function SourcePage(props: SourcePageProps) {
  const { t, source, runs, job, saved } = props
  const last = runs[0]
  return (
    <>
      {saved ? <Note kind="ok" level={0} role="status" title={t('harvest.saved')} /> : null}
      <PageHead title={source.title} lead={nextStep(t, source, last)}>
        <Actions {...props} />
      </PageHead>
      <Stack gap="l">
        <JobNote t={t} job={job} />
        {last?.refusal ? (
          <Note kind="bad" title={t('harvest.run-failed')}>
            {t.find(last.refusal.code) ?? last.refusal.code} {last.refusal.detail ? <code>{last.refusal.detail}</code> : null}
          </Note>
        ) : null}
        <Section id="about" title={t('harvest.about')}>
          <DescriptionList
            entries={[
              { term: t('harvest.form.kind'), value: t(`harvest.kind.${source.kind}`) },
              { term: t('harvest.form.url'), value: <code>{source.url}</code> },
              { term: t('harvest.form.removal'), value: t(`harvest.removal.${source.removal}`) },
              ...(source.options.publisher ? [{ term: t('harvest.form.publisher'), value: source.options.publisher }] : []),
              ...(source.options.attribution ? [{ term: t('dataset.attribution'), value: source.options.attribution }] : []),
              { term: t('harvest.since'), value: t.format.date(source.createdAt) },
            ]}
          />
        </Section>
        <Section id="runs" title={t('harvest.runs')}>
          <Runs {...props} />
        </Section>
      </Stack>
    </>
  )
}

function Actions({ t, csrf, source, mayStart, mayChange }: SourcePageProps) {
  const path = `/open-data/harvest/${source.name}`
  return (
    <Row>
      {mayStart ? (
        <Form action={`${path}/start`} csrf={csrf} bare>
          <Button>{t('harvest.start')}</Button>
        </Form>
      ) : null}
      {mayChange ? (
        <Form action={`${path}/${source.paused ? 'resume' : 'pause'}`} csrf={csrf} bare>
          <Button kind="quiet" icon={source.paused ? 'history' : 'pause'}>
            {source.paused ? t('harvest.resume') : t('harvest.pause')}
          </Button>
        </Form>
      ) : null}
    </Row>
  )
}

function Runs({ t, source, runs, counts }: SourcePageProps) {
  return (
    <DataTable
      id="run-list"
      kind="work"
      caption={t('harvest.run-list')}
      hideCaption
      rows={runs}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="history" title={t('harvest.no-runs')} text={t('harvest.no-runs-next')} />}
      columns={[
        { key: 'when', head: t('harvest.when'), rowHead: true, nowrap: true, cell: (run) => <a href={`/open-data/harvest/${source.name}/${run.id}`}>{t.format.dateTime(run.createdAt)}</a> },
        { key: 'state', head: t('harvest.state'), cell: (run) => <RunTag t={t} run={run} /> },
        ...outcomes.map((outcome) => ({ key: outcome, head: t(`harvest.outcome.${outcome}`), align: 'end' as const, cell: (run: HarvestRun) => t.format.number((counts.get(run.id) ?? noCounts)[outcome]) })),
      ]}
    />
  )
}
