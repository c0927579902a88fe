import { Button, DataTable, EmptyState, Form, Note, PageHead, Row, Stack, Tag, type TagKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { FeedRow, FeedState } from '../schema.ts'

export type FeedLine = { id: string; service: string; title: string; refresh: 'hourly' | 'daily' | 'weekly' | 'monthly'; files: number; row: FeedRow | undefined; name: string | undefined }
export type FeedListProps = { t: T; csrf: string; now: Date; lines: readonly FeedLine[]; asked: boolean; mayStart: boolean }

const kinds: Record<FeedState, TagKind> = { loading: 'info', published: 'ok', held: 'warn', failed: 'bad' }

/** Datasets that services of the town give by themselves: where each stands, and what holds it. */
export function FeedListPage({ t, csrf, now, lines, asked, mayStart }: FeedListProps) {
  return (
    <>
      {asked ? <Note kind="ok" level={0} role="status" title={t('feed.asked')} /> : null}
      <PageHead title={t('feed.title')} lead={t('feed.lead')}>
        <Row>
          {mayStart ? (
            <Form action="/open-data/feeds/start" csrf={csrf} bare>
              <Button>{t('feed.start')}</Button>
            </Form>
          ) : null}
        </Row>
      </PageHead>
      <Stack>
        <DataTable
          id="feeds"
          kind="work"
          caption={t('feed.title')}
          hideCaption
          rows={lines}
          rowKey={({ id }) => id}
          empty={<EmptyState level={2} icon="data" title={t('feed.none')} text={t('feed.none-next')} />}
          columns={[
            { key: 'title', head: t('feed.dataset'), rowHead: true, cell: ({ title, name }) => (name ? <a href={`/open-data/dataset/${name}`}>{title}</a> : title) },
            { key: 'service', head: t('feed.service'), cell: ({ service }) => service },
            { key: 'refresh', head: t('feed.refresh'), cell: ({ refresh }) => t(`feed.refresh.${refresh}`) },
            { key: 'files', head: t('feed.files'), align: 'end', cell: ({ files }) => t.format.number(files) },
            { key: 'state', head: t('feed.state'), cell: ({ row }) => <State t={t} row={row} /> },
            { key: 'checked', head: t('feed.checked'), nowrap: true, cell: ({ row }) => (row ? t.format.ago(row.checkedAt, now) : '–') },
            { key: 'changed', head: t('feed.changed'), nowrap: true, cell: ({ row }) => (row?.publishedAt ? t.format.date(row.publishedAt, 'medium') : '–') },
          ]}
        />
      </Stack>
    </>
  )
}

function State({ t, row }: { t: T; row: FeedRow | undefined }) {
  if (!row) return <Tag>{t('feed.state.never')}</Tag>
  return (
    <>
      <Tag kind={kinds[row.state]}>{t(`feed.state.${row.state}`)}</Tag> {row.heldVersion ? <a href={`/open-data/scan/${row.heldVersion}`}>{t('feed.to-findings')}</a> : null} {row.failure ? <span class="mr-small mr-muted">{row.failure}</span> : null}
    </>
  )
}
