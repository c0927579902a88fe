import { EmptyState, Pagination, Result, ResultList, Stack, Tag } from '@modellregion/ui'
import { highlight } from '@modellregion/kernel/rules'
import type { T } from '../../locales/index.ts'
import { formatShort, licenceLabel } from '../labels.ts'
import { listPath, pageSize } from '../list-query.ts'
import type { DatasetSummary } from '../schema.ts'

const shownFormats = 5
/** A date of the future is an announcement; one before this many days is better read as a date than as an age. */
const recentDays = 14

/** One dataset in a list. Words of the question are marked in the summary. */
export function DatasetResult({ t, dataset, now, q = '' }: { t: T; dataset: DatasetSummary; now: Date; q?: string | undefined }) {
  return (
    <Result
      href={`${listPath}/${dataset.name}`}
      title={dataset.title}
      summary={q === '' ? dataset.summary : <Marked text={dataset.summary} q={q} />}
      status={dataset.highValue ? <Tag kind="info">{t('dataset.high-value')}</Tag> : undefined}
      formats={[...new Set(dataset.format.map(formatShort))].slice(0, shownFormats)}
      meta={[
        { text: dataset.organisation },
        ...(dataset.modified ? [{ text: ageOf(dataset.modified, now, t), icon: 'clock' as const }] : []),
        { text: dataset.licence.map((licence) => licenceLabel(licence, t)).join(', ') },
      ]}
    />
  )
}

function ageOf(modified: Date, now: Date, t: T): string {
  const days = (now.getTime() - modified.getTime()) / 86_400_000
  return days >= 0 && days < recentDays ? t.format.relativeDay(modified, now) : t.format.date(modified)
}

function Marked({ text, q }: { text: string; q: string }) {
  return <>{highlight(text, q).map((segment, at) => (segment.marked ? <mark key={at}>{segment.text}</mark> : segment.text))}</>
}

export type DatasetPagesProps = { t: T; now: Date; datasets: readonly DatasetSummary[]; total: number; page: number; href: (page: number) => string }

/** The datasets of a publisher, a theme or an application, page by page. */
export function DatasetPages({ t, now, datasets, total, page, href }: DatasetPagesProps) {
  if (datasets.length === 0) return <EmptyState title={t('list.nothing-here')} text={t('list.nothing-here-next')} icon="data" />
  return (
    <Stack>
      <ResultList start={(page - 1) * pageSize + 1}>
        {datasets.map((dataset) => (
          <DatasetResult key={dataset.id} t={t} dataset={dataset} now={now} />
        ))}
      </ResultList>
      <Pagination label={t('list.pages')} page={page} pages={Math.ceil(total / pageSize)} href={href} words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }} />
    </Stack>
  )
}
