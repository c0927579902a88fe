import { DataTable, EmptyState, PageHead, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { votesNeeded } from '../rules.ts'
import type { ReviewLine } from '../schema.ts'
import { reviewPath } from '../shown.ts'
import { Due, StateTag } from './state.tsx'

export type ReviewListProps = { t: T; now: Date; yours: readonly ReviewLine[]; open: readonly ReviewLine[]; decided: readonly ReviewLine[] }

/** The work list: first what waits for the person who looks. */
export function ReviewListPage({ t, now, yours, open, decided }: ReviewListProps) {
  const overdue = open.filter(({ dueAt }) => dueAt !== null && dueAt < now).length
  return (
    <>
      <PageHead title={t('review.title')} lead={t('review.lead', { yours: open.length, overdue })} />
      <Stack gap="l">
        <Section id="yours" title={t('review.yours')}>
          <Lines t={t} now={now} id="your-list" caption={t('review.list-of', { what: t('review.yours') })} lines={yours} none={t('review.yours-none')} next={t('review.yours-none-next')} />
        </Section>
        {open.length > yours.length ? (
          <Section id="open" title={t('review.open')}>
            <Lines t={t} now={now} id="open-list" caption={t('review.list-of', { what: t('review.open') })} lines={open} none={t('review.open-none')} next={t('review.yours-none-next')} />
          </Section>
        ) : null}
        <Section id="decided" title={t('review.decided')}>
          <DataTable
            id="decided-list"
            kind="work"
            caption={t('review.list-of', { what: t('review.decided') })}
            hideCaption
            rows={decided}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="history" title={t('review.decided-none')} text={t('review.decided-none-next')} />}
            columns={[
              { key: 'title', head: t('review.dataset'), rowHead: true, cell: (line) => <a href={reviewPath(line.draftId)}>{line.title}</a> },
              { key: 'organisation', head: t('review.department'), cell: (line) => line.organisation },
              { key: 'state', head: t('review.step'), cell: (line) => <StateTag t={t} state={line.state} /> },
              { key: 'when', head: t('review.when'), nowrap: true, cell: (line) => (line.decidedAt ? t.format.date(line.decidedAt, 'medium') : '–') },
            ]}
          />
        </Section>
      </Stack>
    </>
  )
}

function Lines({ t, now, id, caption, lines, none, next }: { t: T; now: Date; id: string; caption: string; lines: readonly ReviewLine[]; none: string; next: string }) {
  return (
    <DataTable
      id={id}
      kind="work"
      caption={caption}
      hideCaption
      rows={lines}
      rowKey={(line) => line.id}
      empty={<EmptyState icon="ok" title={none} text={next} />}
      columns={[
        { key: 'due', head: t('review.due'), nowrap: true, cell: (line) => <Due t={t} dueAt={line.dueAt} now={now} /> },
        { key: 'title', head: t('review.dataset'), rowHead: true, cell: (line) => <a href={reviewPath(line.draftId)}>{line.title}</a> },
        { key: 'organisation', head: t('review.department'), cell: (line) => line.organisation },
        { key: 'state', head: t('review.step'), cell: (line) => <StateTag t={t} state={line.state} /> },
        { key: 'since', head: t('review.since'), nowrap: true, cell: (line) => t.format.ago(line.waitingSince, now) },
        { key: 'voices', head: t('review.voices'), align: 'end', cell: (line) => (line.state === 'deciding' ? t('review.voices-of', { n: line.votes, of: votesNeeded }) : '–') },
        { key: 'findings', head: t('review.open-findings'), align: 'end', cell: (line) => t.format.number(line.findings) },
      ]}
    />
  )
}
