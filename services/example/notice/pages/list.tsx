import { EmptyState, LinkButton, PageHead, Pagination, Result, ResultList } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Notice } from '../schema.ts'

export type NoticeListProps = {
  t: PageT
  notices: readonly Notice[]
  total: number
  page: number
  pageSize: number
  hrefOf: (id: string) => string
}

/** Everything that hangs on the board, the newest first. */
export function NoticeList({ t, notices, total, page, pageSize, hrefOf }: NoticeListProps) {
  return (
    <>
      <PageHead title={t('board.title')} lead={t('board.lead')}>
        <p>
          <LinkButton href="/example/notice/new">{t('board.write')}</LinkButton>
        </p>
      </PageHead>
      {total === 0 ? (
        <EmptyState level={2} icon="pin" title={t('board.empty')} text={t('board.empty-next')} />
      ) : (
        <div class="mr-stack">
          <h2>{t.count('board.count', total)}</h2>
          <ResultList start={(page - 1) * pageSize + 1}>
            {notices.map((notice) => (
              <Result
                key={notice.id}
                href={hrefOf(notice.id)}
                title={notice.title}
                summary={beginning(notice.text)}
                meta={[{ text: t('notice.since', { day: notice.createdAt }) }, { text: t('notice.until', { day: notice.endsOn }), icon: 'calendar' }]}
              />
            ))}
          </ResultList>
          <Pagination
            label={t('board.pages')}
            page={page}
            pages={Math.ceil(total / pageSize)}
            href={(to) => `/example?page=${to}`}
            words={{ page: t('board.page'), next: t('board.next'), previous: t('board.previous') }}
          />
        </div>
      )}
    </>
  )
}

const beginning = (text: string): string => (text.length > 160 ? `${text.slice(0, text.lastIndexOf(' ', 160))} …` : text)
