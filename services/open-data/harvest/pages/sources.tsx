import { Button, DataTable, EmptyState, Form, LinkButton, PageHead, Row, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { SourceState } from '../schema.ts'
import { changesIn, JobNote, nextStep, RunTag, type ShownJob } from './state.tsx'

export type SourceListProps = { t: T; csrf: string; now: Date; states: readonly SourceState[]; job: ShownJob | undefined; mayStart: boolean; mayChange: boolean }

/** All sources: the headline is the situation, the table says what comes next. */
export function SourceListPage({ t, csrf, now, states, job, mayStart, mayChange }: SourceListProps) {
  const failed = states.filter(({ run }) => run?.state === 'failed').length
  return (
    <>
      <PageHead title={t('harvest.title')} lead={states.length === 0 ? undefined : failed > 0 ? t('harvest.some-failed', { n: failed }) : t('harvest.all-well', { n: states.length })}>
        <Row>
          {mayStart && states.some(({ source }) => !source.paused) ? (
            <Form action="/open-data/harvest/start" csrf={csrf} bare>
              <Button>{t('harvest.start-all')}</Button>
            </Form>
          ) : null}
          {mayChange ? (
            <LinkButton kind="quiet" icon="plus" href="/open-data/harvest/new">
              {t('harvest.new')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      <Stack>
        <JobNote t={t} job={job} />
        <DataTable
          id="sources"
          caption={t('harvest.sources')}
          hideCaption
          rows={states}
          rowKey={({ source }) => source.id}
          empty={<EmptyState level={2} icon="data" title={t('harvest.no-sources')} text={t('harvest.no-sources-next')} />}
          columns={[
            { key: 'source', head: t('harvest.source'), rowHead: true, cell: ({ source }) => <a href={`/open-data/harvest/${source.name}`}>{source.title}</a> },
            { key: 'kind', head: t('harvest.form.kind'), nowrap: true, cell: ({ source }) => t(`harvest.kind.${source.kind}`) },
            { key: 'state', head: t('harvest.last-run'), cell: ({ run }) => <RunTag t={t} run={run} /> },
            { key: 'when', head: t('harvest.when'), nowrap: true, cell: ({ run }) => (run ? t.format.ago(run.finishedAt ?? run.createdAt, now) : '–') },
            { key: 'brought', head: t('harvest.brought'), cell: ({ source, run, counts }) => (run ? <a href={`/open-data/harvest/${source.name}/${run.id}`}>{changesIn(t, counts)}</a> : '–') },
            { key: 'quarantine', head: t('harvest.quarantine'), align: 'end', cell: ({ quarantined }) => t.format.number(quarantined) },
            { key: 'next', head: t('harvest.next'), cell: ({ source, run }) => nextStep(t, source, run) },
          ]}
        />
      </Stack>
    </>
  )
}
