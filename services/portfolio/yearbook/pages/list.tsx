import { EmptyState, PageHead, Result, ResultList, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { yearPath } from './say.ts'

export type YearLine = { readonly year: number; readonly publishedAt: Date | null }

/** The yearbooks; who works on them also sees the years that wait for one. */
export function YearListPage({ t, years }: { t: PageT; years: readonly YearLine[] }) {
  return (
    <>
      <PageHead title={t('yearbook.title')} lead={t('yearbook.lead')} />
      {years.length === 0 ? (
        <EmptyState level={2} icon="book" title={t('yearbook.none')} text={t('yearbook.none-next')} />
      ) : (
        <Stack>
          <h2>{t.count('yearbook.count', years.length)}</h2>
          <ResultList start={1}>
            {years.map(({ year, publishedAt }) => (
              <Result
                key={year}
                href={yearPath(year)}
                title={t('yearbook.year.title', { year })}
                status={publishedAt === null ? <Tag>{t('yearbook.draft')}</Tag> : undefined}
                meta={publishedAt === null ? [] : [{ text: t('yearbook.published-on', { day: publishedAt }), icon: 'calendar' }]}
              />
            ))}
          </ResultList>
        </Stack>
      )}
    </>
  )
}
