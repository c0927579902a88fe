import { DataTable, EmptyState, LinkButton, Note, PageHead, Pagination, Row, Stack, Tag } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Entry } from '../../shelf/schema.ts'
import { inReader, kindLabel, type Labels } from './say.ts'

export type ShelfProps = { t: T; entries: readonly Entry[]; total: number; page: number; pageSize: number; labels: Labels; done: string | undefined }

/** What the town offers, published or not. */
export function ShelfPage({ t, entries, total, page, pageSize, labels, done }: ShelfProps) {
  return (
    <>
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={done} />}
      <PageHead title={t('catalogue.shelf.title')} lead={t('catalogue.shelf.lead')}>
        <Row>
          <LinkButton icon="plus" href="/portfolio/shelf/new">
            {t('catalogue.shelf.new')}
          </LinkButton>
          <LinkButton kind="quiet" href="/portfolio/shelf/offer">
            {t('catalogue.shelf.offer')}
          </LinkButton>
        </Row>
      </PageHead>
      <Stack>
        <DataTable
          id="shelf"
          caption={t('catalogue.shelf.caption')}
          rows={entries}
          rowKey={({ id }) => id}
          empty={<EmptyState level={2} icon="box" title={t('catalogue.shelf.empty')} text={t('catalogue.shelf.empty-next')} />}
          columns={[
            { key: 'title', head: t('catalogue.shelf.col.title'), rowHead: true, cell: (entry) => <a href={`/portfolio/shelf/${entry.id}`}>{inReader(entry.title, t)}</a> },
            { key: 'state', head: t('catalogue.shelf.col.state'), cell: (entry) => <StateTag t={t} entry={entry} /> },
            { key: 'class', head: t('catalogue.shelf.col.class'), cell: (entry) => t(`catalogue.class.${entry.class}`) },
            { key: 'kind', head: t('catalogue.shelf.col.kind'), cell: (entry) => kindLabel(t, labels, entry.kind) },
            { key: 'version', head: t('catalogue.shelf.col.version'), align: 'end', cell: (entry) => (entry.currentVersion === null ? '–' : t.format.number(entry.currentVersion)) },
            { key: 'changed', head: t('catalogue.shelf.col.changed'), align: 'end', cell: (entry) => t.format.date(entry.changedAt, 'medium') },
          ]}
        />
        <Pagination label={t('catalogue.pages')} page={page} pages={Math.ceil(total / pageSize)} href={(to) => `/portfolio/shelf?page=${to}`} words={{ page: t('catalogue.page'), next: t('catalogue.next'), previous: t('catalogue.previous') }} />
      </Stack>
    </>
  )
}

export function StateTag({ t, entry }: { t: T; entry: Pick<Entry, 'published' | 'retiredAt'> }) {
  if (entry.retiredAt !== null) return <Tag>{t('catalogue.shelf.state.retired')}</Tag>
  return entry.published ? <Tag kind="ok">{t('catalogue.shelf.state.published')}</Tag> : <Tag kind="warn" icon="edit">{t('catalogue.shelf.state.draft')}</Tag>
}

export type OfferRow = { key: string; title: string; kind: string; /** Page of the entry when it is offered already. */ href: string | undefined }

/** Things of the town that others could install. */
export function OfferPage({ t, offers }: { t: T; offers: readonly OfferRow[] }) {
  return (
    <>
      <PageHead title={t('catalogue.shelf.offer')} lead={t('catalogue.shelf.offer-lead')} />
      <DataTable
        id="offers"
        caption={t('catalogue.shelf.offer')}
        hideCaption
        rows={offers}
        rowKey={({ key }) => key}
        empty={<EmptyState level={2} icon="box" title={t('catalogue.shelf.offer-empty')} text={t('catalogue.shelf.offer-empty-next')} actions={<LinkButton kind="quiet" href="/portfolio/shelf">{t('catalogue.shelf.cancel')}</LinkButton>} />}
        columns={[
          { key: 'title', head: t('catalogue.shelf.col.title'), rowHead: true, cell: ({ title }) => title },
          { key: 'kind', head: t('catalogue.shelf.col.kind'), cell: ({ kind }) => kind },
          {
            key: 'do', head: t('catalogue.shelf.col.state'),
            cell: ({ key, title, href }) =>
              href === undefined ? (
                <a href={`/portfolio/shelf/new?item=${encodeURIComponent(key)}`} aria-label={t('catalogue.shelf.offer-do-for', { title })}>
                  {t('catalogue.shelf.offer-do')}
                </a>
              ) : (
                <a href={href}>{t('catalogue.shelf.offered')}</a>
              ),
          },
        ]}
      />
    </>
  )
}
