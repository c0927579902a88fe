import { DataTable, EmptyState, LinkButton, PageHead, Pagination, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { textOf } from '../../shelf/schema.ts'
import type { TownDocument } from '../schema.ts'

export type DocumentListProps = { t: PageT; documents: readonly TownDocument[]; page: number; pages: number; mayEdit: boolean }

/** The town's own templates, made here or taken over. */
export function DocumentListPage({ t, documents, page, pages, mayEdit }: DocumentListProps) {
  return (
    <>
      <PageHead title={t('document.title')} lead={t('document.lead')}>
        {mayEdit && (
          <LinkButton icon="plus" href="/portfolio/document/new">
            {t('document.new')}
          </LinkButton>
        )}
      </PageHead>
      {documents.length === 0 ? (
        <EmptyState level={2} icon="file" title={t('document.none')} text={t('document.none-next')} />
      ) : (
        <Stack>
          <DataTable
            id="documents"
            caption={t('document.title')}
            hideCaption
            rows={documents}
            rowKey={({ ref }) => ref}
            columns={[
              { key: 'title', head: t('document.field.title'), rowHead: true, cell: (one) => <a href={`/portfolio/document/${one.ref}`}>{textOf(one.title, t.locale)}</a> },
              { key: 'class', head: t('document.field.class'), cell: (one) => t(`document.class.${one.class}`) },
              { key: 'licence', head: t('document.field.licence'), cell: (one) => one.licence },
              { key: 'version', head: t('document.version'), align: 'end', cell: (one) => one.currentVersion },
              { key: 'changed', head: t('document.changed'), cell: (one) => t.format.date(one.changedAt) },
              { key: 'state', head: t('document.state'), cell: (one) => (one.retiredAt === null ? <Tag kind="ok">{t('document.in-use')}</Tag> : <Tag>{t('document.retired')}</Tag>) },
            ]}
          />
          <Pagination label={t('document.pages')} page={page} pages={pages} href={(to) => `/portfolio/document?page=${to}`} words={{ page: t('document.page'), next: t('document.next'), previous: t('document.previous') }} />
        </Stack>
      )}
    </>
  )
}
