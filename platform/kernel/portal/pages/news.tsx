import { NewsList, PageHead, Pagination, Prose, Row, Stack, Tag, type NewsItem } from '@modellregion/ui'
import { htmlLang, type Locale, type Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import { paragraphsOf } from '../rules.ts'
import type { News, NewsText } from '../schema.ts'

type ListProps = { t: Say<KernelWords>; town: string; items: readonly NewsItem[]; page: number; hasMore: boolean }

export function NewsListPage({ t, town, items, page, hasMore }: ListProps) {
  return (
    <>
      <PageHead title={t('portal.news', { town })} />
      <h2 class="mr-vh">{t('portal.news-title')}</h2>
      <Stack gap="l">
        {items.length === 0 ? <p>{t('portal.news-none')}</p> : <NewsList items={items} />}
        <Pagination
          label={t('search.pages')}
          page={page}
          pages={hasMore ? page + 1 : page}
          href={(at) => `/news?page=${at}`}
          words={{ page: t('portal.page-word'), next: t('search.page-next'), previous: t('search.page-previous') }}
        />
        <p>
          <a href="/news.atom">{t('portal.news-feed')}</a>
        </p>
      </Stack>
    </>
  )
}

type Props = { t: Say<KernelWords>; news: News; text: NewsText & { lang: Locale } }

export function NewsPage({ t, news, text }: Props) {
  const foreign = text.lang === t.locale ? undefined : htmlLang(text.lang)
  return (
    <article>
      <PageHead title={text.title} lead={<span lang={foreign}>{text.teaser}</span>}>
        <Row>
          {news.publishedAt ? <time datetime={news.publishedAt.toISOString()}>{t('portal.news-from', { date: news.publishedAt })}</time> : null}
          {news.invented ? <Tag kind="warn">{t('portal.news-example')}</Tag> : null}
        </Row>
        {foreign === undefined ? null : <p class="mr-small mr-muted">{t('portal.news-german')}</p>}
      </PageHead>
      <Prose>
        {paragraphsOf(text.body).map((paragraph) => (
          <p key={paragraph} lang={foreign}>
            {paragraph}
          </p>
        ))}
      </Prose>
    </article>
  )
}
