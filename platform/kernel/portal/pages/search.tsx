import { EmptyState, LinkButton, Note, PageHead, Pagination, Result, ResultList, Stack, Tabs, type Tab } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Segment } from '../../search/index.ts'
import { TownSearch } from './front.tsx'

export type ShownHit = { href: string; title: readonly Segment[]; plainTitle: string; kind: string; service: string; updated: Date | undefined; loose: boolean }
export type ShownPage = { href: string; title: string; summary: string; kind: string }

type Props = {
  t: Say<KernelWords>
  q: string
  total: number
  hits: readonly ShownHit[]
  /** Services and pages of the portal itself that answer the question. */
  pages: readonly ShownPage[]
  scopes: readonly Tab[]
  kinds: readonly Tab[]
  /** What was searched instead of what was typed, and the way back. */
  corrected: { used: string; href: string } | undefined
  keep: readonly { name: string; value: string }[]
  page: number
  pageCount: number
  hrefOf: (page: number) => string
  phone: string
}

export function SearchPage(props: Props) {
  const { t, q, scopes, kinds, corrected } = props
  return (
    <>
      <PageHead title={q === '' ? t('portal.search-all') : t('search.searched-for', { query: q })}>
        <TownSearch t={t} value={q} keep={props.keep} />
      </PageHead>
      <Stack gap="m">
        {q !== '' && scopes.length > 2 ? <Tabs label={t('portal.search-scope')} tabs={scopes} /> : null}
        {q !== '' && kinds.length > 2 ? <Tabs label={t('search.kind')} tabs={kinds} /> : null}
        {corrected ? (
          <p>
            <a href={corrected.href}>{t('search.instead', { used: corrected.used, typed: q })}</a>
          </p>
        ) : null}
        <Answer {...props} />
      </Stack>
    </>
  )
}

function Answer(props: Props) {
  const { t, q, total, pages, hits } = props
  if (q === '') return <p>{t('portal.search-empty')}</p>
  if (total === 0 && pages.length === 0) return <NothingFound {...props} />
  const exact = hits.filter(({ loose }) => !loose)
  const loose = hits.filter(({ loose }) => loose)
  return (
    <>
      {pages.length > 0 ? (
        <section aria-labelledby="found-pages">
          <h2 id="found-pages">{t('portal.search-pages')}</h2>
          <ResultList>
            {pages.map((found) => (
              <Result key={found.href} href={found.href} title={found.title} summary={found.summary} meta={[{ text: found.kind }]} />
            ))}
          </ResultList>
        </section>
      ) : null}
      {total > 0 ? (
        <section aria-labelledby="found">
          <h2 id="found">
            {t.count('search.hits', total, { query: q })}
          </h2>
          <Hits t={t} hits={exact} />
          {loose.length > 0 ? (
            <>
              <Note title={t('portal.search-loose')} level={3}>
                {t('portal.search-loose-text')}
              </Note>
              <Hits t={t} hits={loose} />
            </>
          ) : null}
        </section>
      ) : null}
      <Pagination
        label={t('search.pages')}
        page={props.page}
        pages={props.pageCount}
        href={props.hrefOf}
        words={{ page: t('portal.page-word'), next: t('search.page-next'), previous: t('search.page-previous') }}
      />
      <p class="mr-small mr-muted">{t('search.no-log')}</p>
    </>
  )
}

// The title is the link; the marks inside it are the words that answer the question.
function Hits({ t, hits }: { t: Say<KernelWords>; hits: readonly ShownHit[] }) {
  if (hits.length === 0) return null
  return (
    <ol class="mr-list">
      {hits.map((hit) => (
        <li key={hit.href} class="mr-result">
          <h3 class="mr-h3">
            <a href={hit.href}>{hit.title.map((part, at) => (part.marked ? <mark key={at}>{part.text}</mark> : part.text))}</a>
          </h3>
          <ul class="mr-meta">
            {[hit.kind, hit.service, hit.updated ? t('portal.search-changed', { date: hit.updated }) : ''].filter(Boolean).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function NothingFound({ t, q, scopes, phone }: Props) {
  const everywhere = scopes[0]
  return (
    <EmptyState
      level={2}
      icon="search"
      title={t('portal.search-none-title', { query: q })}
      text={phone === '' ? t('portal.search-no-phone') : t('portal.search-none-text', { phone })}
      actions={
        <>
          {everywhere && !everywhere.current ? (
            <LinkButton kind="quiet" href={everywhere.href}>
              {t('portal.search-everywhere')}
            </LinkButton>
          ) : null}
          <LinkButton kind="quiet" href="/services">
            {t('portal.services-all')}
          </LinkButton>
        </>
      }
    />
  )
}
