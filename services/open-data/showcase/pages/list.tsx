import { EmptyState, LinkButton, PageHead, Pagination, Row, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Showcase } from '../schema.ts'
import { ShowcaseCards } from './cards.tsx'

export type ShowcaseListProps = { t: T; showcases: readonly Showcase[]; page: number; pages: number }

/** What people made of the data. */
export function ShowcaseListPage({ t, showcases, page, pages }: ShowcaseListProps) {
  return (
    <>
      <PageHead title={t('showcase.title')} lead={t('showcase.lead')}>
        <Row>
          <LinkButton kind="quiet" icon="plus" href="/open-data/showcase/new">
            {t('showcase.submit')}
          </LinkButton>
          <LinkButton kind="bare" href="/open-data/hackday">
            {t('hackday.title')}
          </LinkButton>
          <LinkButton kind="bare" href="/open-data/chain">
            {t('request.chain.title')}
          </LinkButton>
        </Row>
      </PageHead>
      {showcases.length === 0 ? (
        <EmptyState level={2} icon="device" title={t('showcase.none')} text={t('showcase.none-next')} actions={<LinkButton href="/open-data/dataset">{t('list.show-all')}</LinkButton>} />
      ) : (
        <Stack>
          <ShowcaseCards t={t} showcases={showcases} level={2} />
          <Pagination label={t('list.pages')} page={page} pages={pages} href={(to) => `/open-data/showcase?page=${to}`} words={{ page: t('list.page'), next: t('list.next'), previous: t('list.previous') }} />
        </Stack>
      )}
    </>
  )
}
